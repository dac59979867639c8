package org.lingbao.enrollment.exits;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.lingbao.enrollment.exits.ExitsView.WayView;
import org.lingbao.enrollment.exits.domain.Outlook;
import org.lingbao.enrollment.exits.domain.Way;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;

/** Says an outlook in the words in force. */
@ApplicationScoped
class ExitsWords {
    private final ExitsText text;
    private final ObjectMapper mapper;

    ExitsWords(ExitsText text, ObjectMapper mapper) {
        this.text = text;
        this.mapper = mapper;
    }

    ExitsView view(Outlook outlook, LocalDate on) {
        return new ExitsView(
                text.version(),
                text.all(),
                outlook.reachesAgeIn(),
                outlook.known(),
                outlook.ahead(),
                outlook.minimum(),
                outlook.missing(),
                outlook.ways().stream().map(this::way).toList(),
                on,
                null,
                mapper.valueToTree(outlook.trace()));
    }

    private WayView way(Way way) {
        var words = text.of(way.exit());
        var articles = articles(way.trace()).distinct().toList();
        return switch (way) {
            case Way.PayOn(var months, var until, var lowest, var _) ->
                new WayView(
                        way.exit(),
                        words,
                        months,
                        until,
                        lowest.map(Way.Lowest::monthly).map(Money::toYuan).orElse(null),
                        lowest.map(Way.Lowest::total).map(Money::toYuan).orElse(null),
                        null,
                        null,
                        null,
                        null,
                        articles);
            case Way.ResidentScheme(var years, var terms, var _) ->
                new WayView(
                        way.exit(),
                        words,
                        null,
                        null,
                        null,
                        null,
                        years,
                        terms.map(Way.Terms::lowestTier).map(Money::toYuan).orElse(null),
                        terms.map(Way.Terms::highestTier).map(Money::toYuan).orElse(null),
                        terms.map(Way.Terms::basicPension).map(Money::toYuan).orElse(null),
                        articles);
            case Way.EndInWriting _ ->
                new WayView(way.exit(), words, null, null, null, null, null, null, null, null, List.copyOf(articles));
        };
    }

    private static Stream<String> articles(Trace trace) {
        return Stream.concat(
                Stream.of(trace.article()), trace.children().stream().flatMap(ExitsWords::articles));
    }
}
