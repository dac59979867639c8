/** Payments (缴费): what a bank reports, booked once; receipts. */
@NullMarked
package org.lingbao.contribution.payment;

import org.jspecify.annotations.NullMarked;
