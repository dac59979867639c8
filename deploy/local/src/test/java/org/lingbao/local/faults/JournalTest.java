package org.lingbao.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingbao.local.faults.Journal.Entry;
import org.lingbao.local.faults.Journal.Kind;
import org.lingbao.local.faults.Journal.State;

class JournalTest {
    private Path file = Path.of("");

    @BeforeEach
    void place(@TempDir Path directory) {
        file = directory.resolve("run/journal.log");
    }

    @Test
    void what_was_told_is_read_again() {
        try (var journal = Journal.begin(file)) {
            journal.asked(Kind.PAYMENT, "t-1", "bill person");
            journal.acknowledged("t-1", "37-1 PAID receipt");
            journal.asked(Kind.BAD_PAYMENT, "t-2", "bill");
            journal.refused("t-2", "CONSTRAINT");
        }
        assertThat(Journal.read(file))
                .containsExactly(
                        new Entry(Kind.PAYMENT, "t-1", "bill person", State.ACKNOWLEDGED, "37-1 PAID receipt", false),
                        new Entry(Kind.BAD_PAYMENT, "t-2", "bill", State.REFUSED, "CONSTRAINT", false));
    }

    @Test
    void a_line_is_on_disk_before_the_next_thing_happens() throws IOException {
        try (var journal = Journal.begin(file)) {
            journal.asked(Kind.GIG, "g-1", "g-1");
            assertThat(Files.readString(file)).isEqualTo("asked\tg-1\tGIG\tg-1\n");
        }
    }

    @Test
    void what_has_no_answer_is_unknown() {
        try (var journal = Journal.begin(file)) {
            journal.asked(Kind.GIG, "g-1", "g-1");
        }
        assertThat(Journal.read(file)).extracting(Entry::state).containsExactly(State.UNKNOWN);
    }

    @Test
    void an_outcome_that_was_unknown_for_a_while_is_remembered_as_doubted() {
        try (var journal = Journal.begin(file)) {
            journal.asked(Kind.GIG, "g-1", "g-1");
            journal.unanswered("g-1", "503");
            journal.acknowledged("g-1", "id");
        }
        assertThat(Journal.read(file))
                .containsExactly(new Entry(Kind.GIG, "g-1", "g-1", State.ACKNOWLEDGED, "id", true));
    }

    @Test
    void writes_are_in_the_order_of_their_answers_and_the_unknown_ones_last() {
        try (var journal = Journal.begin(file)) {
            journal.asked(Kind.GIG, "never", "");
            journal.asked(Kind.GIG, "late", "");
            journal.asked(Kind.GIG, "early", "");
            journal.acknowledged("early", "1");
            journal.acknowledged("late", "2");
        }
        assertThat(Journal.read(file)).extracting(Entry::key).containsExactly("early", "late", "never");
    }

    @Test
    void the_first_answer_counts() {
        try (var journal = Journal.begin(file)) {
            journal.asked(Kind.GIG, "g-1", "");
            journal.acknowledged("g-1", "1");
            journal.refused("g-1", "CONFLICT");
        }
        assertThat(Journal.read(file)).extracting(Entry::answer).containsExactly("1");
    }

    @Test
    void a_last_line_that_a_crash_cut_off_is_ignored() throws IOException {
        try (var journal = Journal.begin(file)) {
            journal.asked(Kind.PAYMENT, "t-1", "bill person");
        }
        for (var torn : new String[] {"ackno", "acknowledged\t", "acknowledged\tt-1\t37-1 PA"}) {
            var whole = Files.readString(file);
            Files.writeString(file, torn, StandardOpenOption.APPEND);
            assertThat(Journal.read(file)).extracting(Entry::state).as(torn).containsExactly(State.UNKNOWN);
            Files.writeString(file, whole);
        }
    }

    @Test
    void a_new_journal_takes_the_place_of_an_old_one() {
        try (var journal = Journal.begin(file)) {
            journal.asked(Kind.GIG, "old", "");
        }
        Journal.begin(file).close();
        assertThat(Journal.read(file)).isEmpty();
    }
}
