@NullMarked
package org.lingbao.platform.watch;

import org.jspecify.annotations.NullMarked;
