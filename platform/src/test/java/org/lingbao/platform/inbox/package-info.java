@NullMarked
package org.lingbao.platform.inbox;

import org.jspecify.annotations.NullMarked;
