/** What tasks there are, how they end, and when they are due. */
@NullMarked
package org.lingbao.enrollment.worklist.domain;

import org.jspecify.annotations.NullMarked;
