@NullMarked
package org.lingbao.rules.contribution;

import org.jspecify.annotations.NullMarked;
