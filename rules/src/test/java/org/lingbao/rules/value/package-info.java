@NullMarked
package org.lingbao.rules.value;

import org.jspecify.annotations.NullMarked;
