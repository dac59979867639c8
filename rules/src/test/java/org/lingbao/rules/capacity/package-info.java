@NullMarked
package org.lingbao.rules.capacity;

import org.jspecify.annotations.NullMarked;
