package org.lingbao.rules.contribution;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.lingbao.rules.contribution.PaymentChannels.Collector;
import org.lingbao.rules.contribution.PaymentChannels.Lists;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** A province's parameters of paying: who collects, and through what. */
record PaymentLaw(Parameter<Lists> channels, Parameter<Collector> collector) {
    static PaymentLaw of(RuleFiles files, Place place, Scheme scheme) {
        var folder = scheme.folder() + "/";
        return new PaymentLaw(
                files.provincial(place, folder + "payment-channels", Lists::read),
                files.provincialOrNational(place, folder + "collector", value -> Collector.valueOf(value.text())));
    }

    Explained<PaymentChannels> channels(Place place, Scheme scheme, LocalDate on) {
        var collecting = collector.at(on, on);
        var lists = channels.at(on, on);
        var found = lists.value().of(collecting.value());
        return new Explained<>(
                found,
                () -> Trace.of(
                        "contribution.channels",
                        lists.citation().text(),
                        Inputs.of("place", place)
                                .and("scheme", scheme)
                                .and("on", on)
                                .and("collector", found.collector())
                                .and("toBeConfirmed", names(found.toBeConfirmed())),
                        names(found.offered()),
                        List.of(collecting.trace(), lists.trace())));
    }

    private static String names(List<PaymentChannel> channels) {
        return channels.isEmpty()
                ? "NONE"
                : channels.stream().map(PaymentChannel::name).collect(Collectors.joining(" "));
    }
}
