package org.lingbao.rules.contribution;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lingbao.rules.data.RuleValue;

/**
 * Through what a place's contributions are paid (缴费渠道).
 *
 * @param collector who collects
 * @param offered what the place is known to offer, in the order in which it names them
 * @param toBeConfirmed what it probably offers too: somebody asks the place before it is used. A channel on neither list is not offered
 */
public record PaymentChannels(Collector collector, List<PaymentChannel> offered, List<PaymentChannel> toBeConfirmed) {
    private static final String OFFERED = "offered";
    private static final String TO_BE_CONFIRMED = "toBeConfirmed";

    /** Who collects contributions (征收机关). */
    public enum Collector {
        /** 税务机关 */
        TAX_AUTHORITY,
        /** 社会保险经办机构 */
        AGENCY
    }

    public PaymentChannels {
        offered = List.copyOf(offered);
        toBeConfirmed = List.copyOf(toBeConfirmed);
        if (Stream.of(offered, toBeConfirmed).flatMap(List::stream).distinct().count()
                != offered.size() + toBeConfirmed.size()) {
            throw new IllegalArgumentException("twice: " + offered + ", " + toBeConfirmed);
        }
    }

    /** The lists of a place, one of which may be left out. */
    record Lists(List<PaymentChannel> offered, List<PaymentChannel> toBeConfirmed) {
        static Lists read(RuleValue value) {
            if (!Set.of(OFFERED, TO_BE_CONFIRMED).containsAll(value.table().keySet())) {
                throw new IllegalArgumentException(
                        "no list of channels: " + value.table().keySet());
            }
            return new Lists(list(value, OFFERED), list(value, TO_BE_CONFIRMED));
        }

        private static List<PaymentChannel> list(RuleValue value, String key) {
            return value.table().containsKey(key)
                    ? value.words(key).stream().map(PaymentChannel::valueOf).toList()
                    : List.of();
        }

        PaymentChannels of(Collector collector) {
            return new PaymentChannels(collector, offered, toBeConfirmed);
        }
    }
}
