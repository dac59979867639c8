/** When two registrations may become one person. */
@NullMarked
package org.lingbao.enrollment.duplicate.domain;

import org.jspecify.annotations.NullMarked;
