/** Gig inns (零工客栈): where workers and those who need them meet. */
@NullMarked
package org.lingbao.matching.inn;

import org.jspecify.annotations.NullMarked;
