package org.lingbao.rules.shortfall;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.trace.Trace;

/** What is open to a person at the statutory age (缴费年限不足的处理). Buying past years (补缴) never is. */
public final class ShortfallRules {
    private final Parameter<Integer> minimumMonths;
    private final Parameter<List<Exit>> exits;
    private final Parameter<OneOff> oneOff;

    /** When the rest may be paid at once (一次性缴费). */
    private record OneOff(YearMonth firstInsuredBefore, int extendedMonths) {
        static OneOff read(RuleValue value) {
            var table = value.keys("firstInsuredBefore", "extendedMonths");
            return new OneOff(
                    YearMonth.parse(table.entry("firstInsuredBefore")),
                    Integer.parseInt(table.entry("extendedMonths")));
        }

        boolean isOpenTo(ReachedAge person) {
            return person.firstInsured().isBefore(firstInsuredBefore) && person.extendedMonths() >= extendedMonths;
        }
    }

    public ShortfallRules(RuleFiles files) {
        minimumMonths = files.national("employee/minimum-months", RuleValue::number);
        exits = files.national("shortfall/exits", ShortfallRules::exits);
        oneOff = files.national("shortfall/one-off", OneOff::read);
    }

    /**
     * @param on the day of asking: later publications are not yet known
     * @throws org.lingbao.rules.data.DataNotLoaded for a month before the retirement ages of the law
     */
    public Explained<Exits> options(ReachedAge person, LocalDate on) {
        var reached = person.reachesAgeIn().atDay(1);
        var minimum = minimumMonths.at(reached, on);
        var missing = minimum.value() - person.paidMonths();
        if (missing <= 0) {
            var pension = new Exits(0, List.of(Exit.PENSION), List.of());
            return new Explained<>(pension, () -> trace(person, pension, List.of(minimum)));
        }
        var always = exits.at(reached, on);
        var atOnce = oneOff.at(reached, on);
        var found = open(missing, always.value(), atOnce, person);
        return new Explained<>(found, () -> trace(person, found, List.of(minimum, always, atOnce)));
    }

    private static Exits open(int missing, List<Exit> always, Version<OneOff> atOnce, ReachedAge person) {
        if (!atOnce.value().isOpenTo(person)) {
            return new Exits(missing, always, List.of());
        }
        var open = new ArrayList<>(always);
        open.add(Exit.ONE_OFF);
        open.sort(Comparator.comparing(Exit::name));
        return new Exits(missing, open, atOnce.status() == Status.UNCERTAIN ? List.of(Exit.ONE_OFF) : List.of());
    }

    private static List<Exit> exits(RuleValue value) {
        return value.words().stream()
                .map(Exit::valueOf)
                .sorted(Comparator.comparing(Exit::name))
                .toList();
    }

    private static Trace trace(ReachedAge person, Exits found, List<Version<?>> used) {
        return Trace.of(
                "shortfall.options",
                used.getLast().citation().text(),
                Inputs.of("paidMonths", person.paidMonths())
                        .and("reachesAgeIn", person.reachesAgeIn())
                        .and("missingMonths", found.missingMonths())
                        .and("firstInsured", person.firstInsured())
                        .and("extendedMonths", person.extendedMonths()),
                found.open().stream().map(Exit::name).collect(Collectors.joining(" ")),
                used.stream().map(Version::trace).toList());
    }
}
