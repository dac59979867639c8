@NullMarked
package org.lingbao.watching;

import org.jspecify.annotations.NullMarked;
