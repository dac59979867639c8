/** The double-entry ledger (复式账): accounts, entry sets, balances and their proof. */
@NullMarked
package org.lingbao.contribution.ledger;

import org.jspecify.annotations.NullMarked;
