/** Until when something must be done (期限), in working days (工作日). */
@NullMarked
package org.lingbao.rules.deadline;

import org.jspecify.annotations.NullMarked;
