/** The registry of channels (办理渠道) through which applications come. */
@NullMarked
package org.lingbao.enrollment.channel;

import org.jspecify.annotations.NullMarked;
