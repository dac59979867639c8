/** Signals (异常线索): one phone, terminal, clerk or payer behind many enrollments, for a clerk to look at; nothing is refused because of one. */
@NullMarked
package org.lingbao.enrollment.signal;

import org.jspecify.annotations.NullMarked;
