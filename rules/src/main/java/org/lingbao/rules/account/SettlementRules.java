package org.lingbao.rules.account;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.account.Settlement.Event;
import org.lingbao.rules.account.Settlement.Kept;
import org.lingbao.rules.account.Settlement.PaidOnce;
import org.lingbao.rules.account.Settlement.PoolBenefit;
import org.lingbao.rules.account.Settlement.Recipient;
import org.lingbao.rules.account.Settlement.Step;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Scheme;

/** What becomes of an individual account before or instead of a pension (个人账户的支取、继承与终止). It is kept whole or paid whole. */
public final class SettlementRules {
    private static final String NONE = "NONE";

    private final Map<Event, Parameter<Terms>> employee = new EnumMap<>(Event.class);
    private final Map<Event, Parameter<Terms>> resident = new EnumMap<>(Event.class);

    /** @param to who is paid; null where the account is kept */
    private record Terms(@Nullable Recipient to, List<Step> before, List<PoolBenefit> fromPool) {
        static Terms read(RuleValue value) {
            var table = value.keys("paidTo", "before", "fromPool");
            return new Terms(
                    table.entry("paidTo").equals(NONE) ? null : Recipient.valueOf(table.entry("paidTo")),
                    constants(table, "before", Step::valueOf),
                    constants(table, "fromPool", PoolBenefit::valueOf));
        }

        private static <E> List<E> constants(RuleValue table, String key, Function<String, E> reader) {
            return table.entry(key).equals(NONE)
                    ? List.of()
                    : table.words(key).stream().map(reader).toList();
        }
    }

    public SettlementRules(RuleFiles files) {
        for (var event : Event.values()) {
            employee.put(event, files.national(file(Scheme.EMPLOYEE, event), Terms::read));
        }
        resident.put(Event.DEATH, files.national(file(Scheme.RESIDENT, Event.DEATH), Terms::read));
    }

    /**
     * @param on the day of the event, or of the application where the person asks
     * @throws IllegalArgumentException for a negative balance
     * @throws DataNotLoaded for an event of which the scheme's rules that are loaded say nothing
     */
    public Explained<Settlement> settle(Scheme scheme, Event event, Money balance, LocalDate on) {
        if (balance.isNegative()) {
            throw new IllegalArgumentException("negative balance: " + balance);
        }
        var terms = terms(scheme, event).at(on, on);
        var found = terms.value();
        var settlement = found.to() == null
                ? new Kept(balance, event, terms.citation())
                : new PaidOnce(found.to(), balance, found.before(), found.fromPool(), terms.citation());
        return new Explained<>(
                settlement,
                () -> Trace.of(
                        "account.settlement",
                        terms.citation().text(),
                        Inputs.of("scheme", scheme)
                                .and("event", event)
                                .and("balance", balance)
                                .and("before", codes(found.before()))
                                .and("fromPool", codes(found.fromPool())),
                        outcome(settlement),
                        List.of(terms.trace())));
    }

    private Parameter<Terms> terms(Scheme scheme, Event event) {
        var parameter = switch (scheme) {
            case EMPLOYEE -> employee.get(event);
            case RESIDENT -> resident.get(event);
            case MEDICAL, INJURY -> null;
        };
        if (parameter == null) {
            throw new DataNotLoaded("national", file(scheme, event));
        }
        return parameter;
    }

    private static String file(Scheme scheme, Event event) {
        return scheme.folder() + "/settlement-"
                + event.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String outcome(Settlement settlement) {
        return switch (settlement) {
            case Kept kept -> "KEPT";
            case PaidOnce paid -> "PAID_ONCE " + paid.to();
        };
    }

    private static String codes(List<? extends Enum<?>> codes) {
        return codes.isEmpty() ? NONE : codes.stream().map(Enum::name).collect(Collectors.joining(" "));
    }
}
