/** Whether a delegation is granted. */
@NullMarked
package org.lingbao.enrollment.delegation.domain;

import org.jspecify.annotations.NullMarked;
