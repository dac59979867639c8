/** Contribution certificates (参保缴费凭证, TR10): what somebody paid here, on a paper that can be verified. */
@NullMarked
package org.lingbao.transfer.certificate;

import org.jspecify.annotations.NullMarked;
