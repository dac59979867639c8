@NullMarked
package org.lingbao.platform.trace;

import org.jspecify.annotations.NullMarked;
