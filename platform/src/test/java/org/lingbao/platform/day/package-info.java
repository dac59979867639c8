@NullMarked
package org.lingbao.platform.day;

import org.jspecify.annotations.NullMarked;
