/** Relations (参保关系): who is insured in which scheme and place, over which months. */
@NullMarked
package org.lingbao.enrollment.standing;

import org.jspecify.annotations.NullMarked;
