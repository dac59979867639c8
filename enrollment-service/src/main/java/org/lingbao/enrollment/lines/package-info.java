/** Files that come in parts of whole lines: how a part is read, and how it is told which lines were not taken. */
@NullMarked
package org.lingbao.enrollment.lines;

import org.jspecify.annotations.NullMarked;
