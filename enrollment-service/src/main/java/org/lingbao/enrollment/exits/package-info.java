/** Exits (缴费年限不足的出路): who joins late is shown what is open at the retirement age, and that it was shown is kept. */
@NullMarked
package org.lingbao.enrollment.exits;

import org.jspecify.annotations.NullMarked;
