/** The law of the pension insurance of flexibly employed workers as a library: {@link org.lingbao.rules.Law} is the way in. */
@NullMarked
package org.lingbao.rules;

import org.jspecify.annotations.NullMarked;
