package org.lingbao.enrollment.exits.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.lingbao.rules.Law;
import org.lingbao.rules.shortfall.Exit;
import org.lingbao.rules.shortfall.Exits;
import org.lingbao.rules.shortfall.ReachedAge;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Text;
import org.lingbao.rules.trace.Trace;

/**
 * What somebody who joins now has at the statutory retirement age if every month is paid (到龄缴费年限推算).
 *
 * @param known months before, of which this service knows
 * @param ahead months from the joining to that of the age, both included
 * @param missing how many the law asks for beyond these; 0: they suffice
 * @param ways what is open where months are missing
 */
public record Outlook(YearMonth reachesAgeIn, int known, int ahead, int missing, List<Way> ways, Trace trace) {
    private static final String RULE = "exits.outlook";

    public Outlook {
        ways = List.copyOf(ways);
    }

    /** Whether months will be missing. */
    public boolean isShort() {
        return missing > 0;
    }

    /** All there are at the age. */
    public int atAge() {
        return known + ahead;
    }

    /** What the law asks for at the age. */
    public int minimum() {
        return atAge() + missing;
    }

    /**
     * @param on the day of joining: later publications are not yet known
     * @throws org.lingbao.rules.data.DataNotLoaded for a month before the retirement ages of the law
     */
    public static Outlook of(Joiner joiner, LocalDate on) {
        var known = joiner.monthsBefore();
        var ahead = (int) ChronoUnit.MONTHS.between(joiner.from(), joiner.reachesAgeIn()) + 1;
        var reached = new ReachedAge(known + ahead, joiner.reachesAgeIn(), joiner.firstInsured(), 0);
        var exits = Law.standard().shortfall().options(reached, on);
        var missing = exits.value().missingMonths();
        var ways = ways(joiner, reached, exits, on);
        return new Outlook(joiner.reachesAgeIn(), known, ahead, missing, ways, trace(known, ahead, exits, ways));
    }

    private static List<Way> ways(Joiner joiner, ReachedAge reached, Explained<Exits> exits, LocalDate on) {
        var open = new Ways(joiner, reached, on);
        return exits.value().open().stream()
                .flatMap(exit -> open.of(exit, exits).stream())
                .toList();
    }

    private static Trace trace(int known, int ahead, Explained<Exits> exits, List<Way> ways) {
        var found = exits.value();
        var inputs =
                Inputs.of("knownMonths", known).and("monthsAhead", ahead).and("missingMonths", found.missingMonths());
        var text = found.missingMonths() == 0
                ? new Text(
                        "到龄时缴费" + (known + ahead) + "个月，达到最低缴费年限", (known + ahead) + " months at the age: they suffice")
                : new Text(
                        "到龄时缴费" + (known + ahead) + "个月，尚缺" + found.missingMonths() + "个月",
                        (known + ahead) + " months at the age: " + found.missingMonths() + " are missing");
        var children = Stream.concat(
                        Stream.of(exits.trace()),
                        ways.stream().filter(Outlook::hasOwn).map(Way::trace))
                .toList();
        return Trace.of(
                RULE, text, exits.trace().article(), inputs, found.missingMonths() == 0 ? "ENOUGH" : "SHORT", children);
    }

    /** To end in writing has no figures: its trace is that of the exits, which stands there already. */
    private static boolean hasOwn(Way way) {
        return way.exit() != Exit.TERMINATE;
    }
}
