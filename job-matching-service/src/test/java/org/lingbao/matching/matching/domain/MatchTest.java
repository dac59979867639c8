package org.lingbao.matching.matching.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lingbao.matching.matching.domain.Factor.Kind;
import org.lingbao.rules.value.Money;

class MatchTest {
    private static final Parameters PARAMETERS =
            new Parameters(Share.ALL, share("0.1"), share("0.4"), share("0.8"), 2, 4, 5);
    private static final LocalDate DAY = LocalDate.parse("2026-09-01");
    private static final Occupation CLEANING = new Occupation("保洁");

    private static Share share(String value) {
        return new Share(new BigDecimal(value));
    }

    private static Facts facts(int metres, int offeredYuan, @Nullable Occupation same, int common) {
        return new Facts(
                new Facts.Skill(same, common, 4),
                new Metres(metres),
                new Metres(10_000),
                new Facts.Pay(new Money(offeredYuan * 100L), Money.yuan("200"), true),
                new Facts.Free(DAY, DAY.plusDays(1), DAY, DAY),
                1,
                2);
    }

    @Test
    void each_factor_has_its_value_and_says_what_it_rests_on() {
        var match = Match.of(facts(5_000, 100, null, 1), PARAMETERS);

        assertThat(match.factors())
                .containsExactly(
                        new Factor(Kind.SKILL, share("0.325"), new Finding.RelatedSkill(share("0.25"))),
                        new Factor(
                                Kind.DISTANCE, share("0.7"), new Finding.Within(new Metres(5_000), new Metres(10_000))),
                        new Factor(Kind.PAY, share("0.25"), new Finding.PaysLess(Money.yuan("100"), Money.yuan("200"))),
                        new Factor(Kind.DAYS, share("0.5"), new Finding.Free(1, 2)),
                        new Factor(Kind.RELIABILITY, share("0.7143"), new Finding.Kept(1, 2)));
        assertThat(match.score()).isEqualTo(share("0.0203"));
    }

    @Test
    void the_same_occupation_next_door_for_enough_money_is_held_back_by_nothing_of_it() {
        var match = Match.of(facts(0, 200, CLEANING, 4), PARAMETERS);

        assertThat(match.factors().subList(0, 3))
                .containsExactly(
                        new Factor(Kind.SKILL, Share.ALL, new Finding.SameSkill(CLEANING)),
                        new Factor(Kind.DISTANCE, Share.ALL, new Finding.Within(new Metres(0), new Metres(10_000))),
                        new Factor(Kind.PAY, Share.ALL, new Finding.PaysEnough(Money.yuan("200"), Money.yuan("200"))));
    }

    @Test
    void what_is_beyond_the_radius_or_on_other_days_does_not_fit_at_all() {
        assertThat(Match.of(facts(10_001, 200, CLEANING, 4), PARAMETERS).score())
                .isEqualTo(Share.NONE);
        var otherDays = new Facts(
                new Facts.Skill(CLEANING, 4, 4),
                new Metres(0),
                new Metres(1),
                new Facts.Pay(Money.yuan("1"), null, false),
                new Facts.Free(DAY, DAY, DAY.plusDays(3), null),
                0,
                0);
        assertThat(Match.of(otherDays, PARAMETERS).score()).isEqualTo(Share.NONE);
    }

    @Test
    void pay_by_another_unit_is_not_compared_and_without_a_lowest_pay_all_is_enough() {
        var pay = new Facts.Pay(Money.yuan("1"), Money.yuan("200"), false);
        assertThat(payOf(pay)).isEqualTo(new Factor(Kind.PAY, share("0.8"), new Finding.PaysByOtherUnit()));
        assertThat(payOf(new Facts.Pay(Money.yuan("1"), null, false)))
                .isEqualTo(new Factor(Kind.PAY, Share.ALL, new Finding.NoFloor()));
    }

    private static Factor payOf(Facts.Pay pay) {
        var free = new Facts.Free(DAY, DAY, DAY, null);
        var facts = new Facts(new Facts.Skill(null, 0, 0), new Metres(0), new Metres(1), pay, free, 0, 0);
        return Match.of(facts, PARAMETERS).factors().get(2);
    }

    @Test
    void nearer_better_paid_and_more_alike_is_never_worse() {
        qt().forAll(
                        integers().between(0, 12_000),
                        integers().between(0, 12_000),
                        integers().between(1, 400),
                        integers().between(0, 4))
                .check((near, far, yuan, common) -> {
                    var score = Match.of(facts(Math.min(near, far), yuan, null, common), PARAMETERS)
                            .score();
                    return score.compareTo(Match.of(facts(Math.max(near, far), yuan, null, common), PARAMETERS)
                                            .score())
                                    >= 0
                            && score.compareTo(Match.of(facts(Math.min(near, far), yuan + 1, null, common), PARAMETERS)
                                            .score())
                                    <= 0
                            && score.compareTo(Match.of(facts(Math.min(near, far), yuan, CLEANING, common), PARAMETERS)
                                            .score())
                                    <= 0;
                });
    }

    @Test
    void a_distance_is_told_in_whole_kilometres_upwards() {
        assertThat(new Metres(0).toKilometres()).isEqualTo(new Metres(0));
        assertThat(new Metres(1).toKilometres()).isEqualTo(new Metres(1_000));
        assertThat(new Metres(2_000).toKilometres()).isEqualTo(new Metres(2_000));
    }
}
