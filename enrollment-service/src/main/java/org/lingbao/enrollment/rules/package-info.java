/** What the law asks of whoever wants to enroll, open to everybody (政策查询). */
@NullMarked
package org.lingbao.enrollment.rules;

import org.jspecify.annotations.NullMarked;
