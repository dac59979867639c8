/**
 * The ledger's hash chain (哈希链): every entry set is sealed after its commit, so that whoever changes the past has to
 * change every seal since, and cannot change those that others know.
 */
@NullMarked
package org.lingbao.contribution.chain;

import org.jspecify.annotations.NullMarked;
