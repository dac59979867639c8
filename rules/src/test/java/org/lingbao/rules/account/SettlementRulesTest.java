package org.lingbao.rules.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.Law;
import org.lingbao.rules.account.Settlement.Event;
import org.lingbao.rules.account.Settlement.Kept;
import org.lingbao.rules.account.Settlement.PaidOnce;
import org.lingbao.rules.account.Settlement.PoolBenefit;
import org.lingbao.rules.account.Settlement.Recipient;
import org.lingbao.rules.account.Settlement.Step;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Scheme;

class SettlementRulesTest {
    private static final SettlementRules RULES = Law.standard().settlement();
    private static final LocalDate ON = LocalDate.parse("2026-09-01");
    private static final Money BALANCE = Money.yuan("32500.00");

    @Test
    void nothing_is_withdrawn_before_the_benefit_age() {
        assertThat(settle(Scheme.EMPLOYEE, Event.WITHDRAWAL_BEFORE_BENEFIT_AGE))
                .isInstanceOfSatisfying(Kept.class, kept -> {
                    assertThat(kept.because()).isEqualTo(Event.WITHDRAWAL_BEFORE_BENEFIT_AGE);
                    assertThat(kept.balance()).isEqualTo(BALANCE);
                    assertThat(kept.citation().title()).isEqualTo("中华人民共和国社会保险法 第十四条");
                });
    }

    @Test
    void who_emigrates_and_keeps_the_nationality_keeps_the_account() {
        assertThat(settle(Scheme.EMPLOYEE, Event.EMIGRATION)).isInstanceOfSatisfying(Kept.class, kept -> {
            assertThat(kept.because()).isEqualTo(Event.EMIGRATION);
            assertThat(kept.citation().number()).isEqualTo("人社部令第13号");
        });
    }

    @Test
    void who_loses_the_nationality_is_paid_after_confirming_twice_in_writing() {
        assertThat(settle(Scheme.EMPLOYEE, Event.LOST_NATIONALITY)).isInstanceOfSatisfying(PaidOnce.class, paid -> {
            assertThat(paid.to()).isEqualTo(Recipient.PERSON);
            assertThat(paid.amount()).isEqualTo(BALANCE);
            assertThat(paid.before())
                    .containsExactly(Step.WRITTEN_APPLICATION, Step.WRITTEN_EXPLANATION, Step.SECOND_CONFIRMATION);
            assertThat(paid.fromPool()).isEmpty();
        });
    }

    @Test
    void heirs_are_paid_the_account_and_in_the_employee_scheme_the_pool_pays_besides() {
        assertThat(settle(Scheme.EMPLOYEE, Event.DEATH)).isInstanceOfSatisfying(PaidOnce.class, paid -> {
            assertThat(paid.to()).isEqualTo(Recipient.HEIRS);
            assertThat(paid.before()).isEmpty();
            assertThat(paid.fromPool()).containsExactly(PoolBenefit.FUNERAL, PoolBenefit.BEREAVEMENT);
        });
        assertThat(settle(Scheme.RESIDENT, Event.DEATH)).isInstanceOfSatisfying(PaidOnce.class, paid -> {
            assertThat(paid.to()).isEqualTo(Recipient.HEIRS);
            assertThat(paid.fromPool()).isEmpty();
            assertThat(paid.citation().number()).isEqualTo("国发〔2014〕8号");
        });
    }

    @Test
    void an_account_is_kept_whole_or_paid_whole() {
        qt().forAll(arbitrary().enumValues(Event.class), longs().between(0, Long.MAX_VALUE))
                .check((event, fen) -> switch (RULES.settle(Scheme.EMPLOYEE, event, new Money(fen), ON)
                        .value()) {
                    case Kept kept -> kept.balance().fen() == fen;
                    case PaidOnce paid -> paid.amount().fen() == fen;
                });
    }

    @Test
    void of_what_no_rule_is_loaded_nothing_is_guessed() {
        assertThatThrownBy(() -> settle(Scheme.RESIDENT, Event.LOST_NATIONALITY))
                .isInstanceOf(DataNotLoaded.class)
                .hasMessageContaining("resident/settlement-lost-nationality");
        assertThatThrownBy(() -> settle(Scheme.MEDICAL, Event.DEATH)).isInstanceOf(DataNotLoaded.class);
        assertThatThrownBy(() -> RULES.settle(Scheme.EMPLOYEE, Event.DEATH, BALANCE, LocalDate.parse("2011-06-30")))
                .isInstanceOf(DataNotLoaded.class);
    }

    @Test
    void a_negative_balance_is_malformed() {
        assertThatThrownBy(() -> RULES.settle(Scheme.EMPLOYEE, Event.DEATH, Money.yuan("-0.01"), ON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_trace_tells_in_words_who_is_paid_and_what_must_precede() {
        var kept = trace(Event.EMIGRATION);
        assertThat(kept.text().zh()).isEqualTo("企业职工基本养老保险，出境定居并保留中国国籍：个人账户储存额 32500.00 元，予以保留；事先须有：无；统筹基金另付：无");
        assertThat(kept.status()).isEqualTo(Status.OFFICIAL);
        assertThat(trace(Event.DEATH).text().zh()).contains("一次性支付给 继承人").endsWith("丧葬补助金 抚恤金");
        assertThat(trace(Event.LOST_NATIONALITY).text().zh()).contains("书面申请 书面告知 再次书面确认");
    }

    private static Trace trace(Event event) {
        return RULES.settle(Scheme.EMPLOYEE, event, BALANCE, ON).trace();
    }

    private static Settlement settle(Scheme scheme, Event event) {
        return RULES.settle(scheme, event, BALANCE, ON).value();
    }
}
