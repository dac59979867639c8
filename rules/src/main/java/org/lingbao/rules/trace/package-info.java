/** A result together with how it was reached. */
@NullMarked
package org.lingbao.rules.trace;

import org.jspecify.annotations.NullMarked;
