@NullMarked
package org.lingbao.local.leaks;

import org.jspecify.annotations.NullMarked;
