/** A channel says that it is about to take money for a bill (支付中), so that no other does, and what became of it. */
@NullMarked
package org.lingbao.contribution.attempt;

import org.jspecify.annotations.NullMarked;
