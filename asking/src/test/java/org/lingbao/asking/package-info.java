@NullMarked
package org.lingbao.asking;

import org.jspecify.annotations.NullMarked;
