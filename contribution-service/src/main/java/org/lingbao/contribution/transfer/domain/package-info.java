/**
 * What was done here for a transfer, and what an instruction makes of it. The state of a case is all that decides: an
 * instruction that comes again is answered again and does nothing, one that cannot follow is a bug of whoever sent it.
 *
 * <pre>
 * old place    None ─ seal ─▶ Sealed ─ release ─▶ Released ─ settle ─▶ Settled
 * new place    None ─ expect ─▶ Expecting ─ credit ─▶ Credited
 * either       Sealed, Released, Expecting ─ restore ─▶ Restored
 * </pre>
 */
@NullMarked
package org.lingbao.contribution.transfer.domain;

import org.jspecify.annotations.NullMarked;
