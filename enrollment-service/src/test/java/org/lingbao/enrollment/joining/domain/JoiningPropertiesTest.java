package org.lingbao.enrollment.joining.domain;

import static org.lingbao.enrollment.joining.domain.Applicants.SHENYANG;
import static org.lingbao.enrollment.joining.domain.Applicants.TODAY;
import static org.lingbao.enrollment.joining.domain.Applicants.WEICHENG;
import static org.lingbao.enrollment.joining.domain.Applicants.asks;
import static org.lingbao.enrollment.joining.domain.Applicants.employedIn;
import static org.lingbao.enrollment.joining.domain.Applicants.flexibleIn;
import static org.lingbao.enrollment.joining.domain.Applicants.insured;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.booleans;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.joining.domain.Application.Statements;
import org.lingbao.enrollment.joining.domain.Decision.Accepted;
import org.lingbao.enrollment.joining.domain.Decision.Reason;
import org.lingbao.enrollment.joining.domain.Decision.Refused;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.value.Scheme;
import org.quicktheories.core.Gen;

class JoiningPropertiesTest {
    private static final int OLDEST_DAYS = 90 * 365;

    private static Gen<Insured> people() {
        return integers()
                .between(0, OLDEST_DAYS)
                .zip(
                        arbitrary().enumValues(Sex.class),
                        booleans().all(),
                        (days, sex, local) -> insured(TODAY.minusDays(days), sex, local ? WEICHENG : SHENYANG));
    }

    private static Gen<Statements> statements() {
        return booleans().all().zip(booleans().all(), Statements::new);
    }

    @Test
    void the_same_facts_always_get_the_same_decision() {
        qt().forAll(people(), statements())
                .check((person, stated) -> Joining.decide(asks(Scheme.EMPLOYEE, stated), person, TODAY)
                        .equals(Joining.decide(asks(Scheme.EMPLOYEE, stated), person, TODAY)));
    }

    @Test
    void a_further_obstacle_never_takes_a_reason_away() {
        qt().forAll(people(), statements()).check((person, stated) -> {
            var before = codes(Joining.decide(asks(Scheme.EMPLOYEE, stated), person, TODAY));
            return Stream.of(
                            Joining.decide(asks(Scheme.EMPLOYEE, new Statements(true, true)), person, TODAY),
                            Joining.decide(asks(Scheme.EMPLOYEE, stated), flexibleIn(person, Scheme.EMPLOYEE), TODAY),
                            Joining.decide(asks(Scheme.EMPLOYEE, stated), employedIn(person, Scheme.EMPLOYEE), TODAY))
                    .allMatch(decision ->
                            decision instanceof Refused && codes(decision).containsAll(before));
        });
    }

    @Test
    void a_live_relation_in_the_scheme_always_refuses_and_is_named_once() {
        qt().forAll(people(), arbitrary().pick(Scheme.EMPLOYEE, Scheme.RESIDENT))
                .check((person, scheme) -> {
                    var codes = codes(Joining.decide(asks(scheme), flexibleIn(person, scheme), TODAY));
                    return codes.stream().filter("ALREADY_ENROLLED"::equals).count() == 1;
                });
    }

    @Test
    void reasons_are_sorted_and_named_once_each() {
        qt().forAll(people(), statements()).check((person, stated) -> {
            var codes = codes(Joining.decide(asks(Scheme.EMPLOYEE, stated), person, TODAY));
            return codes.equals(codes.stream().sorted().toList())
                    && Set.copyOf(codes).size() == codes.size();
        });
    }

    @Test
    void who_is_accepted_can_pay_at_least_the_first_month() {
        qt().forAll(people()).check(person -> {
            if (!(Joining.decide(asks(Scheme.EMPLOYEE), person, TODAY) instanceof Accepted accepted)) {
                return true;
            }
            var last = accepted.lastPayable();
            return accepted.from().equals(YearMonth.from(TODAY)) && last != null && !last.isBefore(accepted.from());
        });
    }

    @Test
    void growing_older_by_a_day_never_makes_a_refused_elder_eligible_again() {
        qt().forAll(people()).check(person -> {
            var today = new HashSet<>(codes(Joining.decide(asks(Scheme.EMPLOYEE), person, TODAY)));
            var tomorrow = codes(Joining.decide(asks(Scheme.EMPLOYEE), person, TODAY.plusDays(1)));
            return !today.contains("REACHED_RETIREMENT_AGE") || tomorrow.contains("REACHED_RETIREMENT_AGE");
        });
    }

    private static List<String> codes(Decision decision) {
        return switch (decision) {
            case Accepted _ -> List.of();
            case Refused refused -> refused.reasons().stream().map(Reason::code).toList();
        };
    }
}
