@NullMarked
package org.lingbao.local.stack;

import org.jspecify.annotations.NullMarked;
