/** What the proof of a ledger says of exports that were written down by hand. */
@NullMarked
package org.lingbao.local.chain;

import org.jspecify.annotations.NullMarked;
