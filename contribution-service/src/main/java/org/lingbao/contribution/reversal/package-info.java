/** A payment that was booked by a bank's mistake is undone (冲正). */
@NullMarked
package org.lingbao.contribution.reversal;

import org.jspecify.annotations.NullMarked;
