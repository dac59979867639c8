/** Values the law speaks of: money, proportions, places, schemes. */
@NullMarked
package org.lingbao.rules.value;

import org.jspecify.annotations.NullMarked;
