/** What {@code ./lingbao up} starts and keeps: parts, ports, the supervisor and its report. */
@NullMarked
package org.lingbao.local.stack;

import org.jspecify.annotations.NullMarked;
