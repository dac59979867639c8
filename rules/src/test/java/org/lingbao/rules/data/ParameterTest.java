package org.lingbao.rules.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.trace.Text;
import org.quicktheories.core.Gen;

class ParameterTest {
    private static final Parameter<String> LATE = new Parameter<>(
            "370000",
            "employee/limits",
            List.of(
                    version("2025-01-01", "2025-01-01", "old"),
                    version("2026-01-01", "2026-08-14", "new"),
                    version("2026-01-01", "2026-11-01", "corrected")));

    @Test
    void before_the_publication_the_old_value_holds_provisionally() {
        assertThat(at("2026-08-01", "2026-08-13")).isEqualTo("old");
    }

    @Test
    void on_the_day_of_publication_the_new_value_is_known_for_the_months_before_it_too() {
        assertThat(at("2026-01-01", "2026-08-14")).isEqualTo("new");
    }

    @Test
    void the_last_day_of_the_old_year_keeps_the_old_value_for_ever() {
        assertThat(at("2025-12-31", "2030-01-01")).isEqualTo("old");
    }

    @Test
    void a_correction_holds_from_its_own_publication() {
        assertThat(at("2026-08-01", "2026-10-31")).isEqualTo("new");
        assertThat(at("2026-08-01", "2026-11-01")).isEqualTo("corrected");
    }

    @Test
    void a_day_before_all_data_is_not_guessed() {
        assertThatThrownBy(() -> at("2024-12-31", "2030-01-01"))
                .isInstanceOf(DataNotLoaded.class)
                .hasMessageContaining("employee/limits");
    }

    @Test
    void the_order_in_which_values_are_written_does_not_matter() {
        var reversed =
                new Parameter<>("370000", "employee/limits", LATE.versions().reversed());
        assertThat(reversed).isEqualTo(LATE);
    }

    @Test
    void what_nobody_confirmed_is_left_out_where_only_confirmed_values_count() {
        var unsure = new Parameter<>(
                "370000",
                "employee/limits",
                List.of(version("2025-01-01", "2025-01-01", "old"), uncertain("2026-01-01", "2026-08-14", "rumour")));

        var day = LocalDate.parse("2026-09-01");
        assertThat(unsure.at(day, day).value()).isEqualTo("rumour");
        assertThat(unsure.confirmed().at(day, day).value()).isEqualTo("old");
    }

    @Test
    void what_is_known_later_never_shows_in_an_earlier_answer() {
        qt().forAll(days(), days())
                .check((day, known) ->
                        !LATE.at(day, known).citation().published().isAfter(known));
    }

    @Test
    void knowing_more_never_goes_back_to_an_older_value() {
        qt().forAll(days(), days(), integers().between(0, 1000)).check((day, known, later) -> {
            var then = LATE.at(day, known.plusDays(later));
            return !then.effective().isBefore(LATE.at(day, known).effective());
        });
    }

    @Test
    void a_used_value_is_traced_with_its_source_and_its_status() {
        var trace = LATE.at(LocalDate.parse("2026-02-01"), LocalDate.parse("2026-09-01"))
                .trace();

        assertThat(trace.rule()).isEqualTo("370000/employee/limits");
        assertThat(trace.article()).isEqualTo("Limits（No. 75）");
        assertThat(trace.outcome()).isEqualTo("new");
        assertThat(trace.text()).isEqualTo(new Text("上下限：new", "Limits: new"));
        assertThat(trace.status()).isEqualTo(Status.OFFICIAL);
        assertThat(trace.inputs()).containsEntry("published", "2026-08-14").containsEntry("effective", "2026-01-01");
    }

    private static String at(String day, String known) {
        return LATE.at(LocalDate.parse(day), LocalDate.parse(known)).value();
    }

    private static Gen<LocalDate> days() {
        return longs().between(
                        LocalDate.parse("2025-01-01").toEpochDay(),
                        LocalDate.parse("2027-12-31").toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static Parameter.Version<String> version(String effective, String published, String value) {
        return version(effective, published, value, Status.OFFICIAL);
    }

    private static Parameter.Version<String> uncertain(String effective, String published, String value) {
        return version(effective, published, value, Status.UNCERTAIN);
    }

    private static Parameter.Version<String> version(String effective, String published, String value, Status status) {
        var citation = new Citation("Limits", "No. 75", "https://example.org/", LocalDate.parse(published));
        return new Parameter.Version<>(
                "370000/employee/limits",
                new Text("上下限", "Limits"),
                LocalDate.parse(effective),
                value,
                value,
                status,
                citation);
    }
}
