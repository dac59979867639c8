/** The trace of what is going on, carried across tables and topics. */
@NullMarked
package org.lingbao.platform.trace;

import org.jspecify.annotations.NullMarked;
