/** Who does civil acts alone (民事行为能力). */
@NullMarked
package org.lingbao.rules.capacity;

import org.jspecify.annotations.NullMarked;
