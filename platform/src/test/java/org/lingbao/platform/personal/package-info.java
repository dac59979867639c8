@NullMarked
package org.lingbao.platform.personal;

import org.jspecify.annotations.NullMarked;
