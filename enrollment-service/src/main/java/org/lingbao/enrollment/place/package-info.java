/** Places that a request names: known ones only. */
@NullMarked
package org.lingbao.enrollment.place;

import org.jspecify.annotations.NullMarked;
