package org.lingbao.enrollment.exits.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.shortfall.Exit;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

class OutlookTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final Place WEIFANG = new Place("370700");
    private static final Place DALIAN = new Place("210200");
    private static final YearMonth FROM = YearMonth.of(2026, 9);

    /** Of December 2029 180 months are asked: 40 are ahead, 140 are missing. */
    private static final YearMonth AGE = YearMonth.of(2029, 12);

    @Test
    void months_before_and_ahead_are_told_with_what_is_missing() {
        var outlook = Outlook.of(joiner(WEIFANG, Set.of()), TODAY);

        assertThat(outlook.known()).isZero();
        assertThat(outlook.ahead()).isEqualTo(40);
        assertThat(outlook.minimum()).isEqualTo(180);
        assertThat(outlook.missing()).isEqualTo(140);
        assertThat(outlook.ways())
                .extracting(Way::exit)
                .containsExactly(Exit.EXTEND, Exit.RESIDENT_SCHEME, Exit.TERMINATE);
    }

    @Test
    void months_that_are_enough_show_no_exit() {
        var known = months(YearMonth.of(2010, 1), 140);

        var outlook = Outlook.of(joiner(WEIFANG, known), TODAY);

        assertThat(outlook.isShort()).isFalse();
        assertThat(outlook.ways()).isEmpty();
        assertThat(outlook.trace().outcome()).isEqualTo("ENOUGH");
    }

    @Test
    void one_month_too_few_is_short() {
        var outlook = Outlook.of(joiner(WEIFANG, months(YearMonth.of(2010, 1), 139)), TODAY);

        assertThat(outlook.missing()).isEqualTo(1);
        assertThat(outlook.ways().getFirst())
                .isInstanceOfSatisfying(
                        Way.PayOn.class, way -> assertThat(way.until()).isEqualTo(AGE.plusMonths(1)));
    }

    @Test
    void a_month_that_is_paid_and_ahead_counts_once() {
        var paidAlready = Outlook.of(joiner(WEIFANG, Set.of(FROM, FROM.plusMonths(1))), TODAY);

        assertThat(paidAlready.known()).isZero();
        assertThat(paidAlready.ahead()).isEqualTo(40);
    }

    @Test
    void to_pay_on_costs_at_the_least_the_missing_months_at_the_lower_limit_of_today() {
        var outlook = Outlook.of(joiner(WEIFANG, Set.of()), TODAY);

        assertThat(outlook.ways().getFirst()).isInstanceOfSatisfying(Way.PayOn.class, way -> {
            assertThat(way.months()).isEqualTo(140);
            assertThat(way.lowest()).hasValueSatisfying(lowest -> {
                assertThat(lowest.monthly()).isGreaterThan(Money.ZERO);
                assertThat(lowest.total()).isEqualTo(lowest.monthly().times(140));
            });
        });
    }

    @Test
    void in_the_resident_scheme_whole_years_count_and_its_terms_are_those_of_the_hukou_place() {
        var outlook = Outlook.of(joiner(DALIAN, Set.of()), TODAY);

        assertThat(outlook.ways().get(1)).isInstanceOfSatisfying(Way.ResidentScheme.class, way -> {
            assertThat(way.years()).isEqualTo(3);
            assertThat(way.terms()).hasValueSatisfying(terms -> {
                assertThat(terms.lowestTier()).isLessThan(terms.highestTier());
                assertThat(terms.basicPension()).isGreaterThan(Money.ZERO);
            });
        });
    }

    @Test
    void what_is_not_loaded_of_a_place_is_left_out_and_not_guessed() {
        var unknown = new Joiner(WEIFANG, new Place("110100"), FROM, AGE, Set.of());

        var outlook = Outlook.of(unknown, TODAY);

        assertThat(outlook.ways().get(1))
                .isInstanceOfSatisfying(
                        Way.ResidentScheme.class, way -> assertThat(way.terms()).isEmpty());
    }

    @Test
    void every_way_rests_on_articles_and_the_whole_is_explained() {
        var outlook = Outlook.of(joiner(WEIFANG, Set.of()), TODAY);

        assertThat(outlook.ways())
                .allSatisfy(way -> assertThat(way.trace().article()).isNotBlank());
        assertThat(rules(outlook.trace()))
                .contains(
                        "exits.outlook",
                        "shortfall.options",
                        "exits.pay-on",
                        "contribution.assess",
                        "exits.resident-scheme");
    }

    /** Hukou in Weifang. */
    private static Joiner joiner(Place place, Set<YearMonth> known) {
        return new Joiner(place, new Place("370702"), FROM, AGE, known);
    }

    private static Set<YearMonth> months(YearMonth from, int count) {
        return Stream.iterate(from, month -> month.plusMonths(1)).limit(count).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> rules(Trace trace) {
        return Stream.concat(Stream.of(trace.rule()), trace.children().stream().flatMap(child -> rules(child).stream()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
