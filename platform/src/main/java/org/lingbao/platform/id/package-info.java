@NullMarked
package org.lingbao.platform.id;

import org.jspecify.annotations.NullMarked;
