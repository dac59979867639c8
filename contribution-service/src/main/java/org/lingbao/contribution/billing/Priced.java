package org.lingbao.contribution.billing;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
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

    /** In the order of {@link IssueSql#FOR_ONE}. */
    Tuple addTo(Tuple parameters) {
        return parameters
                .addString(chosen.place().code())
                .addString(chosen.scheme().name())
                .addInteger(chosen.period().months())
                .addLong(chosen.baseFen())
                .addInteger(chosen.tier())
                .addLong(assessed.base().fen())
                .addLong(assessed.monthly().account().fen())
                .addLong(assessed.monthly().pooled().fen())
                .addLong(medical().fen())
                .addLocalDate(assessed.payableUntil())
                .addArrayOfString(channels.stream().map(PaymentChannel::name).toArray(String[]::new));
    }

    Money medical() {
        var medical = assessed.monthly().medical();
        return medical == null ? Money.ZERO : medical;
    }
}
