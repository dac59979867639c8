/** The law as dated, cited data: one YAML file a parameter. */
@NullMarked
package org.lingbao.rules.data;

import org.jspecify.annotations.NullMarked;
