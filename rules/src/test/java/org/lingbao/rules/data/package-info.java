@NullMarked
package org.lingbao.rules.data;

import org.jspecify.annotations.NullMarked;
