@NullMarked
package org.lingbao.rules.bridging;

import org.jspecify.annotations.NullMarked;
