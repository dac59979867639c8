/** The authorization walk: every caller at every door of the interfaces, as the matrix in {@code contracts} has it. */
@NullMarked
package org.lingbao.local.walk;

import org.jspecify.annotations.NullMarked;
