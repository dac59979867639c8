/** Population feeds: who should be insured, compared with who is; the difference goes on work lists (全民参保扩面). */
@NullMarked
package org.lingbao.enrollment.coverage;

import org.jspecify.annotations.NullMarked;
