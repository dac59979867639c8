package org.lingbao.contribution.transfer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.transfer.AccountBalances;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

class PartTest {
    private static final Place WEIFANG = new Place("370700");
    private static final Place LIAONING = new Place("210000");
    private static final PersonId PERSON = new PersonId(UUID.randomUUID());
    private static final SettlementReference REFERENCE = new SettlementReference("21-20260901-0000000001");
    private static final Form FORM = form(36584);

    private static final Part.None NONE = new Part.None();
    private static final Part.Sealed SEALED = new Part.Sealed(PERSON, WEIFANG, LIAONING, FORM);
    private static final Part.Released RELEASED = new Part.Released(PERSON, WEIFANG, LIAONING, FORM, REFERENCE);
    private static final Part.Settled SETTLED = new Part.Settled(FORM);
    private static final Part.Expecting EXPECTING = new Part.Expecting(REFERENCE, LIAONING, FORM.total());
    private static final Part.Credited CREDITED = new Part.Credited(FORM);
    private static final Part.Restored RESTORED = new Part.Restored();
    private static final Part.SentBack SENT_BACK = new Part.SentBack();
    private static final List<Part> ALL =
            List.of(NONE, SEALED, RELEASED, SETTLED, EXPECTING, CREDITED, RESTORED, SENT_BACK);

    @Test
    void a_seal_is_looked_into_until_the_account_has_left() {
        assertThat(NONE.seal(PERSON)).isEqualTo(new Step.Seal());
        assertThat(SEALED.seal(PERSON)).isEqualTo(new Step.Seal());
        assertThat(RELEASED.seal(PERSON)).isEqualTo(new Step.SayAgain(FORM));
        onlyThese(part -> part.seal(PERSON), NONE, SEALED, RELEASED);
    }

    @Test
    void another_person_is_never_sealed_by_the_same_case() {
        onlyThese(part -> part.seal(new PersonId(UUID.randomUUID())), NONE);
    }

    @Test
    void only_the_form_that_was_stated_is_released_and_only_once() {
        assertThat(SEALED.release(FORM)).isEqualTo(new Step.Release(SEALED));
        assertThat(RELEASED.release(FORM)).isEqualTo(new Step.Released(REFERENCE));
        onlyThese(part -> part.release(FORM), SEALED, RELEASED);
        onlyThese(part -> part.release(form(36585)));
    }

    @Test
    void only_what_was_released_is_settled_and_only_once() {
        assertThat(RELEASED.settle()).isEqualTo(new Step.Settle(RELEASED));
        assertThat(SETTLED.settle()).isEqualTo(new Step.Done());
        onlyThese(Part::settle, RELEASED, SETTLED);
    }

    @Test
    void money_of_one_province_is_expected_until_it_is_credited() {
        assertThat(NONE.expect(LIAONING)).isEqualTo(new Step.Expect(true));
        assertThat(EXPECTING.expect(LIAONING)).isEqualTo(new Step.Expect(false));
        assertThat(CREDITED.expect(LIAONING)).isEqualTo(new Step.Done());
        onlyThese(part -> part.expect(LIAONING), NONE, EXPECTING, CREDITED);
        onlyThese(part -> part.expect(new Place("310000")), NONE, CREDITED);
    }

    @Test
    void only_what_arrived_is_credited_to_the_fen_and_only_once() {
        assertThat(EXPECTING.credit(FORM)).isEqualTo(new Step.Credit(EXPECTING));
        assertThat(CREDITED.credit(FORM)).isEqualTo(new Step.Done());
        onlyThese(part -> part.credit(FORM), EXPECTING, CREDITED);
        onlyThese(part -> part.credit(form(36585)), EXPECTING);
    }

    @Test
    void what_is_more_or_less_than_arrived_is_refused_with_what_arrived() {
        assertThat(EXPECTING.credit(form(36585))).isEqualTo(new Step.TellArrived(FORM.total()));
        assertThat(EXPECTING.credit(form(36583))).isEqualTo(new Step.TellArrived(FORM.total()));
    }

    @Test
    void a_form_whose_total_is_not_its_parts_is_not_credited() {
        var swollen = new Form(FORM.balances(), new Money(50000), FORM.pooled(), FORM.total(), 1, FORM.rows());
        onlyThese(part -> part.credit(swollen));
    }

    @Test
    void everything_is_undone_but_what_is_settled_or_credited() {
        assertThat(NONE.restore()).isEqualTo(new Step.Done());
        assertThat(SEALED.restore()).isEqualTo(new Step.Unseal(SEALED));
        assertThat(RELEASED.restore()).isEqualTo(new Step.Undo(RELEASED));
        assertThat(EXPECTING.restore()).isEqualTo(new Step.SendBack());
        assertThat(RESTORED.restore()).isEqualTo(new Step.Done());
        assertThat(SENT_BACK.restore()).isEqualTo(new Step.Done());
        onlyThese(Part::restore, NONE, SEALED, RELEASED, EXPECTING, RESTORED, SENT_BACK);
    }

    private static void onlyThese(Function<Part, Step> instruction, Part... can) {
        for (var part : ALL) {
            if (!List.of(can).contains(part)) {
                assertThatThrownBy(() -> instruction.apply(part))
                        .as(part.toString())
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("cannot follow");
            }
        }
    }

    private static Form form(long account) {
        var month = YearMonth.of(2026, 9);
        var balance = new Money(account);
        var pooled = new Money(54876);
        return new Form(
                new AccountBalances(Money.ZERO, Money.ZERO, balance),
                balance,
                pooled,
                balance.plus(pooled),
                1,
                List.of(new Form.Row(WEIFANG, month, month, new Money(457300), balance)));
    }
}
