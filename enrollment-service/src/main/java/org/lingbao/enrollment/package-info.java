/** Who a person is, and in which scheme and place the person is insured (参保登记). */
@NullMarked
package org.lingbao.enrollment;

import org.jspecify.annotations.NullMarked;
