/** Possible matches (疑似重复): two registrations that may be of one person, and what a clerk decides of them. */
@NullMarked
package org.lingbao.enrollment.duplicate;

import org.jspecify.annotations.NullMarked;
