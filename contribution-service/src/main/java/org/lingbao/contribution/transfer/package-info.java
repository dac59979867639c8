/**
 * Transfers (关系转移接续) as far as account and money go: seals, releases, settles, credits and undoes what the transfer
 * service asks for, and books what banks report of the money between provinces.
 */
@NullMarked
package org.lingbao.contribution.transfer;

import org.jspecify.annotations.NullMarked;
