@NullMarked
package org.lingbao.local.walk;

import org.jspecify.annotations.NullMarked;
