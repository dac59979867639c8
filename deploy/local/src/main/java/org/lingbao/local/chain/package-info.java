/** The proof of a ledger's hash chain (哈希链) from its export alone. It shares no code with the service that made it. */
@NullMarked
package org.lingbao.local.chain;

import org.jspecify.annotations.NullMarked;
