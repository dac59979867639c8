package org.lingbao.rules.transfer;

import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/**
 * How months paid for twice are settled (重复缴费处理).
 *
 * @param kept where the relation stays
 * @param closed whose relation of that time is cleared
 * @param months contribution months of both, those of the overlap counted once
 * @param refund what the closed relation returns to the person
 * @param unconfirmed whether this rests on a rule that nobody has confirmed: an agency decides, not a machine
 */
public record PaidOverlap(Place kept, Place closed, int months, Money refund, boolean unconfirmed) {}
