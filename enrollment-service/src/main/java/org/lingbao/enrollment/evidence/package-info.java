/** Evidence (证明材料): papers that a person has shown or named, with the days over which they hold. */
@NullMarked
package org.lingbao.enrollment.evidence;

import org.jspecify.annotations.NullMarked;
