/** The insured persons (参保人) as enrollment and contribution tell of them: logins, relations, first payments, who may see whose data. */
@NullMarked
package org.lingbao.transfer.insured;

import org.jspecify.annotations.NullMarked;
