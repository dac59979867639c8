package org.lingbao.rules.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

class TopUpTest {
    private static final Path FILES = Path.of("src/main/resources/rules");
    private static final String TOP_UP = "national/employee/late-limits-top-up.yaml";
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 5);
    private static final LocalDate PUBLISHED = LocalDate.of(2026, 8, 14);
    private static final Monthly MISSING = new Monthly(yuan("13.80"), yuan("5.52"), yuan("8.28"), null);

    @TempDir
    Path pack;

    @Test
    void what_late_limits_ask_for_is_to_be_confirmed_and_never_billed_by_itself() {
        var answer = Law.standard().contribution().topUp(paid("4504"), PUBLISHED);
        assertThat(answer.value()).isEqualTo(new TopUp.ToBeConfirmed(Money.yuan("4573"), MISSING));
        assertThat(answer.trace().status()).isEqualTo(Status.UNCERTAIN);
        assertThat(answer.trace().text().en())
                .isEqualTo(
                        "2026-03 in 370702, paid on a base of 4504.00 on 2026-03-05; by its own year's notice 4573.00,"
                                + " 13.80 a month missing: whether it is topped up is to be confirmed by hand");
    }

    @Test
    void a_place_that_asks_for_it_is_owed_it() throws IOException {
        var asked = under("true\", payableMonthsAfter: \"3");
        assertThat(asked.contribution().topUp(paid("4504"), PUBLISHED).value())
                .isEqualTo(new TopUp.Owed(Money.yuan("4573"), MISSING, LocalDate.of(2026, 11, 30)));
    }

    @Test
    void a_place_that_asks_for_it_says_for_how_long() {
        assertThatThrownBy(() -> under("true").contribution().topUp(paid("4504"), PUBLISHED))
                .hasStackTraceContaining("payableMonthsAfter");
    }

    @Test
    void whoever_paid_on_more_than_the_upper_limit_is_named_and_nothing_is_given_back_by_itself() throws IOException {
        Files.createDirectories(pack.resolve("370000/employee"));
        var limits = "370000/employee/limits.yaml";
        Files.writeString(
                pack.resolve(limits),
                Files.readString(FILES.resolve(limits)).replace("upper: \"22863\"", "upper: \"22000\""));
        var law = Law.of(RuleFiles.standard().overlaidBy(pack));
        var answer = law.contribution().topUp(paid("22518"), PUBLISHED);
        assertThat(answer.value())
                .isEqualTo(new TopUp.Excess(
                        Money.yuan("22000"), new Monthly(yuan("103.60"), yuan("41.44"), yuan("62.16"), null)));
        assertThat(answer.trace().outcome()).isEqualTo("UNCONFIRMED_EXCESS");
    }

    @Test
    void a_place_that_does_not_ask_for_it_leaves_the_month_as_it_was_booked() throws IOException {
        assertThat(under("false").contribution().topUp(paid("4504"), PUBLISHED).value())
                .isEqualTo(new TopUp.Final(Money.yuan("4504")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4573", "9000"})
    void who_paid_enough_owes_nothing(String base) {
        assertThat(Law.standard().contribution().topUp(paid(base), PUBLISHED).value())
                .isEqualTo(new TopUp.Nothing());
    }

    @Test
    void what_could_never_be_paid_was_not_paid() {
        var never = paid("4503.99");
        var rules = Law.standard().contribution();
        assertThatThrownBy(() -> rules.topUp(never, PUBLISHED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BASE_BELOW_LOWER_LIMIT");
    }

    private Law under(String required) throws IOException {
        var file = pack.resolve(TOP_UP);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, Files.readString(FILES.resolve(TOP_UP)).replace("\"UNCONFIRMED\"", '"' + required + '"'));
        return Law.of(RuleFiles.standard().overlaidBy(pack));
    }

    private static Money yuan(String amount) {
        return Money.yuan(amount);
    }

    private static TopUp.Paid paid(String base) {
        var choice = new Choice(
                new Place("370702"), Scheme.EMPLOYEE, YearMonth.of(2026, 3), Period.MONTH, Money.yuan(base), null);
        return new TopUp.Paid(choice, MARCH);
    }
}
