/** Reminders before a window closes (催缴提醒): to whom, and what missing it costs. */
@NullMarked
package org.lingbao.contribution.reminder;

import org.jspecify.annotations.NullMarked;
