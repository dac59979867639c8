@NullMarked
package org.lingbao.local.testing;

import org.jspecify.annotations.NullMarked;
