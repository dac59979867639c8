@NullMarked
package org.lingbao.local.faults;

import org.jspecify.annotations.NullMarked;
