/** The day for which a payment counts. */
@NullMarked
package org.lingbao.contribution.payment.domain;

import org.jspecify.annotations.NullMarked;
