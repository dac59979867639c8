package org.lingbao.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

class QueryTest {
    private static final Place WEIFANG = new Place("370700");
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    private enum Kind {
        ROUND,
        SQUARE
    }

    private final Query query = new Query();

    @Test
    void good_parameters_are_read() {
        var place = query.place("place", "370700");
        var kind = query.code("kind", "SQUARE", Kind.class);
        var day = query.day("day", "2026-02-28");
        var month = query.month("month", "2026-02", YearMonth.of(2026, 9));
        var base = query.yuanIfAny("base", "4573.00");
        query.refuseIfWrong();
        assertThat(List.of(place.get(), kind.get(), day.get(), month.get(), base.get()))
                .containsExactly(
                        WEIFANG,
                        Kind.SQUARE,
                        LocalDate.of(2026, 2, 28),
                        YearMonth.of(2026, 2),
                        Optional.of(Money.yuan("4573")));
    }

    @Test
    void what_may_be_left_out_has_its_value() {
        var place = query.placeIfAny("place", null);
        var day = query.day("day", null, TODAY);
        var month = query.month("month", null, YearMonth.from(TODAY));
        var base = query.yuanIfAny("base", null);
        query.refuseIfWrong();
        assertThat(List.of(place.get(), day.get(), month.get(), base.get()))
                .containsExactly(Optional.empty(), TODAY, YearMonth.of(2026, 9), Optional.empty());
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        query.wrong("until", "only without day");
        assertThat(refusal(
                        query.code("kind", "ROUNDISH", Kind.class),
                        query.place("place", null),
                        query.day("day", "2026-02-30"),
                        query.yuanIfAny("base", "-1")))
                .isEqualTo(Problem.malformed(List.of(
                        constraint("until", "only without day"),
                        new Violation("UNKNOWN_CODE")
                                .with("parameter", "kind")
                                .with("suggestions", "ROUND, SQUARE")
                                .at("/kind"),
                        constraint("place", "a six-digit code of GB/T 2260, such as 370700"),
                        constraint("day", "a day, such as 2026-09-01"),
                        constraint("base", "an amount in yuan, such as 4573.00"))));
    }

    @Test
    void an_unknown_place_is_answered_with_those_that_come_close() {
        var place = query.place("place", "307700");
        var violation = refusal(query::refuseIfWrong).violations().getFirst();
        assertThat(violation.code()).isEqualTo("UNKNOWN_PLACE");
        assertThat(violation.pointer()).isEqualTo("/place");
        assertThat(violation.parameters()).containsEntry("place", "307700");
        assertThat(violation.parameters().get("suggestions")).contains("370700");
        assertThat(place.get()).isEqualTo(new Place("307700"));
        assertThat(Query.unknown(WEIFANG, "/place")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "37070", "3707000", "weifang", "370700 "})
    void what_is_no_place_code_is_malformed(String written) {
        assertThat(refusal(query.place("place", written)))
                .isEqualTo(Problem.malformed(constraint("place", "a six-digit code of GB/T 2260, such as 370700")));
    }

    @Test
    void good_parameters_that_do_not_fit_together_are_told_why() {
        assertThat(Query.fitting(() -> "fits")).isEqualTo("fits");
        assertThat(refusal(() -> unfit(new IllegalArgumentException("begins after its end"))))
                .isEqualTo(Problem.malformed(new Violation("CONSTRAINT").with("message", "begins after its end")));
        assertThat(refusal(() -> unfit(new ArithmeticException("long overflow"))))
                .isEqualTo(Problem.malformed(new Violation("CONSTRAINT").with("message", "too large")));
        assertThatThrownBy(() -> unfit(new IllegalStateException("a mistake of ours")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_reader_of_one_s_own_may_refuse_by_either_exception() {
        assertThat(refusal(
                                query.value("count", "x", Integer::valueOf, "a number"),
                                query.value("hour", "x", LocalTime::parse, "an hour"))
                        .violations())
                .containsExactly(constraint("count", "a number"), constraint("hour", "an hour"));
    }

    private static Violation constraint(String name, String expected) {
        return new Violation("CONSTRAINT").with("message", expected).at("/" + name);
    }

    private static void unfit(RuntimeException failure) {
        var made = Query.fitting(() -> {
            throw failure;
        });
        assertThat(made).isNull(); // never reached
    }

    /** None of them has a value, and this is what the caller is told. */
    private Problem refusal(Query.Asked<?>... wrong) {
        assertThat(wrong)
                .allSatisfy(asked -> assertThatThrownBy(asked::get).isInstanceOf(NoSuchElementException.class));
        return refusal(query::refuseIfWrong);
    }

    private static Problem refusal(ThrowingCallable question) {
        return catchThrowableOfType(ProblemException.class, question).problem();
    }
}
