@NullMarked
package org.lingbao.platform.image;

import org.jspecify.annotations.NullMarked;
