/** The local stack: launcher, supervisor and demo of {@code ./lingbao}. */
@NullMarked
package org.lingbao.local;

import org.jspecify.annotations.NullMarked;
