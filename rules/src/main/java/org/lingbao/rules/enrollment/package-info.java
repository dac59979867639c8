/** Who may enroll as a flexible worker, and where (参保登记). */
@NullMarked
package org.lingbao.rules.enrollment;

import org.jspecify.annotations.NullMarked;
