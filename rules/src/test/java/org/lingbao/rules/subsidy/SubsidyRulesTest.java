package org.lingbao.rules.subsidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.subsidy.Grant.AtLeast;
import org.lingbao.rules.subsidy.Grant.AtMost;
import org.lingbao.rules.subsidy.Grant.Fixed;
import org.lingbao.rules.subsidy.Grant.Reason;
import org.lingbao.rules.subsidy.Grant.Refused;
import org.lingbao.rules.subsidy.Grant.Unconfirmed;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

class SubsidyRulesTest {
    private static final SubsidyRules RULES = Law.standard().subsidy();
    private static final LocalDate ON = LocalDate.parse("2026-09-01");
    private static final LocalDate LONG_UNTIL_RETIREMENT = LocalDate.parse("2040-05-05");
    private static final Place PUDONG = new Place("310115");
    private static final Place WEIFANG = new Place("370702");
    private static final Place DALIAN = new Place("210202");

    @ParameterizedTest
    @CsvSource({"2024-09, 1107.60", "2025-09, 1119.00", "2026-07, 1131.90"})
    void shanghai_adds_half_of_the_contributions_on_the_lower_limit(YearMonth month, String amount) {
        assertThat(amount(flexible(PUDONG, claim(month, "2263.80", month, 0)))).isEqualTo(Money.yuan(amount));
    }

    @Test
    void a_subsidy_on_a_limit_whose_publication_nobody_found_is_to_be_confirmed() {
        assertThat(flexible(PUDONG, claim("2024-09", "2215.20"))).isEqualTo(new Unconfirmed(Money.yuan("1107.60")));
        assertThat(flexible(PUDONG, claim("2025-09", "2238.00"))).isEqualTo(new Fixed(Money.yuan("1119.00")));
    }

    @Test
    void before_the_new_limits_are_published_the_old_ones_hold() {
        var claim = claim("2026-07", "2263.80");
        assertThat(RULES.flexible(PUDONG, claim, LocalDate.parse("2026-08-23")).value())
                .isEqualTo(new Fixed(Money.yuan("1119.00")));
        assertThat(RULES.flexible(PUDONG, claim, LocalDate.parse("2026-08-24")).value())
                .isEqualTo(new Fixed(Money.yuan("1131.90")));
    }

    @Test
    void no_subsidy_exceeds_two_thirds_of_what_was_paid() {
        assertThat(flexible(PUDONG, claim("2026-08", "1500.00"))).isEqualTo(new Fixed(Money.yuan("1000.00")));
        qt().forAll(longs().between(0, 1_000_000L)).check(fen -> {
            var granted = amount(flexible(PUDONG, claim("2026-08", new Money(fen).toYuan())));
            return granted.fen() * 3 <= fen * 2 && granted.compareTo(Money.yuan("1131.90")) <= 0;
        });
    }

    @Test
    void elsewhere_only_the_ceiling_is_known() {
        assertThat(flexible(WEIFANG, claim("2026-08", "914.60"))).isEqualTo(new AtMost(Money.yuan("609.73")));
        assertThat(flexible(DALIAN, claim("2026-08", "906.60"))).isEqualTo(new AtMost(Money.yuan("604.40")));
        var graduate = new Claim(
                Claimants.GRADUATE,
                YearMonth.parse("2026-08"),
                Money.yuan("2263.80"),
                YearMonth.parse("2026-08"),
                0,
                LONG_UNTIL_RETIREMENT);
        assertThat(flexible(PUDONG, graduate)).isEqualTo(new AtMost(Money.yuan("1509.20")));
    }

    @Test
    void three_years_are_the_most() {
        assertThat(flexible(PUDONG, claim(YearMonth.parse("2026-08"), "2263.80", YearMonth.parse("2023-09"), 35)))
                .isInstanceOf(Fixed.class);
        assertThat(codes(
                        flexible(PUDONG, claim(YearMonth.parse("2026-08"), "2263.80", YearMonth.parse("2023-08"), 36))))
                .containsExactly("SUBSIDY_USED_UP");
    }

    @Test
    void who_had_less_than_five_years_left_at_first_keeps_it_until_retirement() {
        var first = YearMonth.parse("2022-06");
        assertThat(flexible(PUDONG, claim("2026-08", first, 50, "2027-05-31"))).isInstanceOf(Fixed.class);
        assertThat(codes(flexible(PUDONG, claim("2026-08", first, 50, "2027-06-01"))))
                .containsExactly("SUBSIDY_USED_UP");
    }

    @Test
    void there_is_none_after_the_month_of_retirement_and_all_reasons_are_told() {
        var first = YearMonth.parse("2020-06");
        assertThat(flexible(PUDONG, claim("2026-08", YearMonth.parse("2026-08"), 0, "2026-08-01")))
                .isInstanceOf(Fixed.class);
        assertThat(codes(flexible(PUDONG, claim("2026-08", YearMonth.parse("2026-08"), 0, "2026-07-31"))))
                .containsExactly("SUBSIDY_AFTER_RETIREMENT");
        assertThat(codes(flexible(PUDONG, claim("2026-08", first, 70, "2026-07-31"))))
                .containsExactly("SUBSIDY_AFTER_RETIREMENT", "SUBSIDY_USED_UP");
    }

    @Test
    void after_the_notice_ends_nobody_knows() {
        assertThat(flexible(PUDONG, claim("2026-12", "2263.80"))).isInstanceOf(Fixed.class);
        assertThatThrownBy(() -> flexible(PUDONG, claim("2027-01", "2263.80"))).isInstanceOf(DataNotLoaded.class);
        assertThatThrownBy(() -> flexible(WEIFANG, claim("2023-12", "900.00"))).isInstanceOf(DataNotLoaded.class);
    }

    @Test
    void weifang_pays_350_yuan_for_each_of_four_groups_and_what_it_paid_before_is_to_be_confirmed() {
        for (var group : HardshipGroup.values()) {
            assertThat(sponsored(WEIFANG, group, "2026-03-01")).isEqualTo(new Fixed(Money.yuan("350")));
            assertThat(sponsored(new Place("370700"), group, "2019-03-01"))
                    .isEqualTo(new Unconfirmed(Money.yuan("100")));
        }
    }

    @ParameterizedTest
    @CsvSource({"370102", "370000", "210202", "310115", "110101"})
    void of_other_places_nothing_is_known(String place) {
        assertThatThrownBy(() -> sponsored(new Place(place), HardshipGroup.SEVERELY_DISABLED, "2026-03-01"))
                .isInstanceOf(DataNotLoaded.class);
    }

    @ParameterizedTest
    @CsvSource({"100, 30", "300, 30", "499.99, 30", "500, 60", "1000, 60", "8000, 60"})
    void every_province_adds_at_least_the_country_s_floor(String tier, String amount) {
        assertThat(resident(WEIFANG, tier))
                .isEqualTo(new AtLeast(Money.yuan(amount), new Grant.Table("370000/resident/subsidy")));
        assertThat(resident(new Place("110101"), tier))
                .isEqualTo(new AtLeast(Money.yuan(amount), new Grant.Table("110000/resident/subsidy")));
    }

    @Test
    void shanghai_s_table_is_to_be_confirmed_and_knows_its_tiers_only() {
        assertThat(resident(PUDONG, "800")).isEqualTo(new Unconfirmed(Money.yuan("270")));
        assertThat(resident(PUDONG, "7300")).isEqualTo(new Unconfirmed(Money.yuan("730")));
        assertThatThrownBy(() -> resident(PUDONG, "900")).isInstanceOf(DataNotLoaded.class);
        assertThatThrownBy(() -> resident(WEIFANG, "99.99")).isInstanceOf(DataNotLoaded.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_grant_is_told_in_words_with_its_article(HardshipGroup group) {
        var trace = RULES.sponsored(WEIFANG, group, LocalDate.parse("2019-03-01"), ON)
                .trace();
        assertThat(trace.text().zh()).contains("代缴").endsWith("待人工确认 100.00").doesNotContain(group.name());
        assertThat(trace.status()).isEqualTo(Status.UNCERTAIN);
    }

    @Test
    void a_subsidy_is_explained_down_to_the_limit() {
        var trace = RULES.flexible(PUDONG, claim("2026-08", "2263.80"), ON).trace();
        assertThat(trace.text().zh()).isEqualTo("就业困难人员 2026-08 缴费 2263.80 元，补贴不超过 1509.20 元，本月（元）：1131.90");
        assertThat(trace.children())
                .extracting(child -> child.rule())
                .containsExactly(
                        "national/employee/flexible-subsidy-hard-to-employ",
                        "national/employee/flexible-subsidy-rounding",
                        "310000/employee/flexible-subsidy",
                        "310000/employee/limits",
                        "310000/employee/pension-rate",
                        "310000/employee/medical-rate",
                        "national/employee/contribution-rounding");
        assertThat(RULES.resident(PUDONG, Money.yuan("800"), ON, ON)
                        .trace()
                        .text()
                        .zh())
                .endsWith("待人工确认 270.00");
    }

    @Test
    void what_is_no_claim_is_malformed() {
        var month = YearMonth.parse("2026-08");
        assertThatThrownBy(() -> claim(month, "-1", month, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> claim(month, "1", month, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> claim(month, "1", month.plusMonths(1), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_month_more_of_grants_never_opens_what_was_closed() {
        qt().forAll(integers().between(0, 60), integers().between(0, 120)).check((granted, left) -> {
            var retires = LocalDate.parse("2026-08-01").plusMonths(left).toString();
            var first = YearMonth.parse("2021-01");
            var now = flexible(PUDONG, claim("2026-08", first, granted, retires));
            var later = flexible(PUDONG, claim("2026-08", first, granted + 1, retires));
            return !(now instanceof Refused) || later instanceof Refused;
        });
    }

    private static Grant flexible(Place place, Claim claim) {
        return RULES.flexible(place, claim, LocalDate.parse("2027-06-01")).value();
    }

    private static Grant sponsored(Place place, HardshipGroup group, String day) {
        return RULES.sponsored(place, group, LocalDate.parse(day), ON).value();
    }

    private static Grant resident(Place place, String tier) {
        return RULES.resident(place, Money.yuan(tier), ON, ON).value();
    }

    private static Claim claim(String month, String paid) {
        return claim(YearMonth.parse(month), paid, YearMonth.parse(month), 0);
    }

    private static Claim claim(YearMonth month, String paid, YearMonth first, int granted) {
        return new Claim(Claimants.HARD_TO_EMPLOY, month, Money.yuan(paid), first, granted, LONG_UNTIL_RETIREMENT);
    }

    private static Claim claim(String month, YearMonth first, int granted, String retiresOn) {
        return new Claim(
                Claimants.HARD_TO_EMPLOY,
                YearMonth.parse(month),
                Money.yuan("2263.80"),
                first,
                granted,
                LocalDate.parse(retiresOn));
    }

    private static Money amount(Grant grant) {
        return switch (grant) {
            case Fixed(var amount) -> amount;
            case Unconfirmed(var amount) -> amount;
            case AtLeast ignored -> throw new AssertionError(grant);
            case AtMost ignored -> throw new AssertionError(grant);
            case Refused ignored -> throw new AssertionError(grant);
        };
    }

    private static List<String> codes(Grant grant) {
        return grant instanceof Refused(var reasons)
                ? reasons.stream().map(Reason::code).toList()
                : List.of();
    }
}
