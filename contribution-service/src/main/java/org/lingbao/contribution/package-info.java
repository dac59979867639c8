/** Contribution (缴费): plans, bills, payments, the ledger and statements of one cell. */
@NullMarked
package org.lingbao.contribution;

import org.jspecify.annotations.NullMarked;
