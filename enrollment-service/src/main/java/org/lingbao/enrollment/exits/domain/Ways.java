package org.lingbao.enrollment.exits.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lingbao.rules.Law;
import org.lingbao.rules.bridging.BothSchemes;
import org.lingbao.rules.bridging.Conversion;
import org.lingbao.rules.bridging.Direction;
import org.lingbao.rules.contribution.Assessment;
import org.lingbao.rules.contribution.Choice;
import org.lingbao.rules.contribution.Period;
import org.lingbao.rules.contribution.Terms;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.shortfall.Exit;
import org.lingbao.rules.shortfall.Exits;
import org.lingbao.rules.shortfall.ReachedAge;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Text;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** The law's exits with their figures, by today's rules. What is not loaded of a place is left out, not guessed. */
record Ways(Joiner joiner, ReachedAge reached, LocalDate on) {

    /** Nothing where the exit is none of who is still before the age. */
    Optional<Way> of(Exit exit, Explained<Exits> exits) {
        return switch (exit) {
            case EXTEND -> Optional.of(payOn(exits));
            case RESIDENT_SCHEME -> Optional.of(residentScheme());
            case TERMINATE -> Optional.of(new Way.EndInWriting(exits.trace()));
            case PENSION, ONE_OFF -> Optional.empty();
        };
    }

    private Way payOn(Explained<Exits> exits) {
        var months = exits.value().missingMonths();
        var until = joiner.reachesAgeIn().plusMonths(months);
        var lowest = lowest();
        var amounts = lowest.map(Explained::value).map(monthly -> new Way.Lowest(monthly, monthly.times(months)));
        var inputs = Inputs.of("months", months).and("until", until);
        var text = new Text("延长缴费" + months + "个月，至" + until, "Pay on for " + months + " months, until " + until);
        var outcome = amounts.map(known -> known.total().toYuan()).orElse("NOT_LOADED");
        var how = lowest.map(Explained::trace).stream().toList();
        var article = exits.trace().article();
        return new Way.PayOn(months, until, amounts, Trace.of("exits.pay-on", text, article, inputs, outcome, how));
    }

    /** What a month costs at the least today; nothing where its terms are not loaded or it cannot be paid today. */
    private Optional<Explained<Money>> lowest() {
        try {
            var law = Law.standard().contribution();
            var month = YearMonth.from(on);
            var terms = law.terms(joiner.place(), Scheme.EMPLOYEE, month, on);
            var answer = law.assess(lowest(terms, month), on);
            return answer.value() instanceof Assessment.Assessed assessed
                    ? Optional.of(answer.map(known -> assessed.monthly().total()))
                    : Optional.empty();
        } catch (DataNotLoaded unknown) {
            return Optional.empty();
        }
    }

    private Choice lowest(Terms terms, YearMonth month) {
        var shortest = terms.periods().stream().min(Comparator.naturalOrder()).orElse(Period.MONTH);
        return switch (terms.basis()) {
            case BASE ->
                new Choice(
                        joiner.place(),
                        Scheme.EMPLOYEE,
                        month,
                        shortest,
                        terms.limits().lower(),
                        null);
            case TIER ->
                new Choice(
                        joiner.place(),
                        Scheme.EMPLOYEE,
                        month,
                        shortest,
                        null,
                        terms.tiers().firstKey());
        };
    }

    /** The account moves along; how much is in it only the ledger knows, so of the conversion the years alone are told. */
    private Way residentScheme() {
        var both = new BothSchemes(reached.paidMonths(), 0, Money.ZERO, Money.ZERO, joiner.reachesAgeIn(), false);
        var conversion = Law.standard().bridging().convert(Direction.EMPLOYEE_TO_RESIDENT, both, on);
        var years = conversion.value() instanceof Conversion.IntoResident(var counted, var account) ? counted : 0;
        var used = new ArrayList<Trace>(conversion.trace().children());
        var hukou = joiner.hukou();
        var terms = hukou == null ? Optional.<Way.Terms>empty() : terms(hukou, used);
        var text = new Text(
                "转入城乡居民养老保险，" + reached.paidMonths() + "个月计" + years + "年",
                "Move to the resident scheme: " + reached.paidMonths() + " months count as " + years + " years");
        var article = conversion.trace().article();
        var inputs = Inputs.of("months", reached.paidMonths());
        var trace = Trace.of("exits.resident-scheme", text, article, inputs, Integer.toString(years), used);
        return new Way.ResidentScheme(years, terms, trace);
    }

    private Optional<Way.Terms> terms(Place hukou, List<Trace> used) {
        try {
            var tiers = Law.standard().contribution().residentTiers(hukou, on, on);
            var basic = Law.standard().residentPension().basic(hukou, on, on);
            var offered = tiers.value().offered();
            if (offered.isEmpty()) {
                return Optional.empty();
            }
            used.add(tiers.trace());
            used.add(basic.trace());
            return Optional.of(new Way.Terms(offered.getFirst(), offered.getLast(), basic.value()));
        } catch (DataNotLoaded unknown) {
            return Optional.empty();
        }
    }
}
