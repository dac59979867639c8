/** Where one can be enrolled. */
@NullMarked
package org.lingbao.enrollment.place;

import org.jspecify.annotations.NullMarked;
