/** Papers of what is kept here: receipts (受理回执) and enrollment certificates (参保证明), and whether one is real (验证). */
@NullMarked
package org.lingbao.enrollment.certification;

import org.jspecify.annotations.NullMarked;
