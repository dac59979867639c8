@NullMarked
package org.lingbao.platform.identity;

import org.jspecify.annotations.NullMarked;
