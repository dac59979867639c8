package org.lingbao.contribution.billing;

import static java.util.stream.Collectors.joining;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.lingbao.rules.Law;
import org.lingbao.rules.contribution.Assessment.Assessed;
import org.lingbao.rules.contribution.PaymentChannel;
import org.lingbao.rules.value.Money;

/**
 * A choice with what the rules say it costs.
 *
 * @param channels through which it may be paid
 */
record Priced(Chosen chosen, Assessed assessed, List<PaymentChannel> channels) {
    Priced {
        channels = List.copyOf(channels);
    }

    /**
     * With the channels of the day of issue.
     *
     * @throws org.lingbao.rules.data.DataNotLoaded where the rules do not know the place's channels
     */
    static Priced of(Chosen chosen, Assessed assessed, LocalDate today) {
        var channels = Law.standard().contribution().channels(chosen.place(), chosen.scheme(), today);
        return new Priced(chosen, assessed, channels.value().offered());
    }

    /** All as columns, in the order of {@link IssueSql}. */
    static Tuple addTo(Tuple parameters, List<Priced> all) {
        return parameters
                .addArrayOfString(column(all, p -> p.chosen.place().code(), String[]::new))
                .addArrayOfString(column(all, p -> p.chosen.scheme().name(), String[]::new))
                .addArrayOfInteger(column(all, p -> p.chosen.period().months(), Integer[]::new))
                .addArrayOfLong(column(all, p -> p.chosen.baseFen(), Long[]::new))
                .addArrayOfInteger(column(all, p -> p.chosen.tier(), Integer[]::new))
                .addArrayOfLong(column(all, p -> p.assessed.base().fen(), Long[]::new))
                .addArrayOfLong(column(all, p -> p.assessed.monthly().account().fen(), Long[]::new))
                .addArrayOfLong(column(all, p -> p.assessed.monthly().pooled().fen(), Long[]::new))
                .addArrayOfLong(column(all, p -> p.medical().fen(), Long[]::new))
                .addArrayOfLocalDate(column(all, p -> p.assessed.payableUntil(), LocalDate[]::new))
                .addArrayOfString(column(all, Priced::words, String[]::new));
    }

    /** The channels as one text: an array of arrays would lose its seams. */
    private String words() {
        return channels.stream().map(PaymentChannel::name).collect(joining(" "));
    }

    private Money medical() {
        var medical = assessed.monthly().medical();
        return medical == null ? Money.ZERO : medical;
    }

    private static <T> T[] column(List<Priced> all, Function<Priced, T> of, IntFunction<T[]> array) {
        return all.stream().map(of).toArray(array);
    }
}
