@NullMarked
package org.lingbao.rules.shadow;

import org.jspecify.annotations.NullMarked;
