@NullMarked
package org.lingbao.rules.shortfall;

import org.jspecify.annotations.NullMarked;
