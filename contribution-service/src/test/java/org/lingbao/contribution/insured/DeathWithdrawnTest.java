package org.lingbao.contribution.insured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Billed;
import org.lingbao.contribution.story.Story;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

/** What a death ended goes on where the death was recorded by mistake, if nothing else ended it. Business day: 2026-09-01. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DeathWithdrawnTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final YearMonth NOW = Story.thisMonth();

    private Story.Person person;

    @BeforeEach
    void begin() {
        person = Story.insured();
    }

    @Test
    void the_plan_goes_on_and_this_month_is_billed_again() {
        chooses("QUARTER");
        tells("person-deceased", died(NOW.minusMonths(1)));
        tells("relation-closed", closed(NOW.minusMonths(1), "DECEASED"));
        heard(sent("consent-revoked", revoked()));
        assertThat(until()).containsExactly(NOW.minusMonths(1).toString());
        assertThat(Billed.monthsOf(person)).isEmpty();

        tells("relation-opened", opened());
        heard(sent("person-death-withdrawn", withdrawn()));

        assertThat(until()).containsExactly("goes on");
        assertThat(Billed.monthsOf(person)).containsExactly(NOW, NOW.plusMonths(1), NOW.plusMonths(2));
    }

    /** Before anything was heard of what the death ended. */
    @Test
    void withdrawn_before_the_death_was_heard_of_it_comes_to_the_same() {
        chooses("MONTH");
        tells("person-deceased", died(NOW));
        tells("relation-closed", closed(NOW, "DECEASED"));
        tells("relation-opened", opened());
        heard(sent("person-death-withdrawn", withdrawn()));

        assertThat(until()).containsExactly("goes on");
        assertThat(Billed.monthsOf(person)).containsExactly(NOW);
    }

    @Test
    void told_twice_it_has_one_effect_and_without_a_death_none() {
        chooses("QUARTER");
        heard(sent("person-death-withdrawn", withdrawn()));
        assertThat(until()).containsExactly("goes on");
        tells("person-deceased", died(NOW.minusMonths(1)));
        tells("person-death-withdrawn", withdrawn());
        heard(sent("person-death-withdrawn", withdrawn()));

        assertThat(until()).containsExactly("goes on");
        assertThat(Billed.monthsOf(person)).containsExactly(NOW, NOW.plusMonths(1), NOW.plusMonths(2));
        assertThat(TestDatabase.number(
                        "select count(*) from parked_message where key = ?",
                        person.id().toString()))
                .isZero();
    }

    @Test
    void what_something_else_ended_meanwhile_stays_ended() {
        chooses("MONTH");
        tells("person-deceased", died(NOW));
        tells("relation-closed", closed(NOW.minusMonths(1), "HIRED"));
        heard(sent("person-death-withdrawn", withdrawn()));

        assertThat(until()).containsExactly(NOW.minusMonths(1).toString());
        assertThat(Billed.monthsOf(person)).isEmpty();
    }

    @Test
    void it_goes_on_as_far_as_the_relation_does_now() {
        chooses("MONTH");
        tells("person-deceased", died(NOW));
        tells("relation-closed", closed(NOW, "DECEASED"));
        tells("relation-closed", closed(NOW.plusMonths(2), "HIRED"));
        heard(sent("person-death-withdrawn", withdrawn()));

        assertThat(until()).containsExactly(NOW.plusMonths(2).toString());
    }

    @Test
    void a_plan_that_had_an_end_of_its_own_has_it_again() {
        Billed.plan(person, 1, NOW.minusMonths(3));
        var _ = TestDatabase.execute(
                "update plan set until_month = ? where person_id = ?",
                NOW.plusMonths(3).atDay(1),
                person.id());
        tells("person-deceased", died(NOW.minusMonths(1)));
        heard(sent("person-death-withdrawn", withdrawn()));

        assertThat(until()).containsExactly(NOW.plusMonths(3).toString());
    }

    @Test
    void who_really_dies_later_is_billed_no_more() {
        chooses("QUARTER");
        tells("person-deceased", died(NOW.minusMonths(1)));
        tells("person-death-withdrawn", withdrawn());
        heard(sent("person-deceased", died(NOW)));

        assertThat(until()).containsExactly(NOW.toString());
        assertThat(Billed.monthsOf(person)).containsExactly(NOW);
    }

    @Test
    void a_merge_that_is_heard_before_or_after_changes_nothing() {
        for (var first : List.of(true, false)) {
            var survivor = Story.insured();
            var merged = UUID.randomUUID();
            Story.choosesPlan(survivor).then().statusCode(201);
            Story.enrollmentTells("person-deceased", survivor.id(), died(survivor, NOW));
            if (first) {
                heard(merges(merged, survivor));
            }
            var message = UUID.randomUUID();
            Story.enrollmentTells(message, "person-death-withdrawn", survivor.id(), withdrawn(survivor));
            heard(message);
            if (!first) {
                heard(merges(merged, survivor));
            }
            assertThat(until(survivor)).containsExactly("goes on");
        }
    }

    private void chooses(String period) {
        Story.choosesPlan(person, UUID.randomUUID().toString(), Story.plan(person, Story.BASE, period, NOW))
                .then()
                .statusCode(201);
    }

    private void tells(String event, String body) {
        Story.enrollmentTells(event, person.id(), body);
    }

    /** Its message. */
    private UUID sent(String event, String body) {
        var message = UUID.randomUUID();
        Story.enrollmentTells(message, event, person.id(), body);
        return message;
    }

    private static UUID merges(UUID merged, Story.Person survivor) {
        var message = UUID.randomUUID();
        Story.enrollmentTells(message, "person-merged", merged, """
                {"personId": "%s", "survivorId": "%s", "mergedOn": "2026-09-01"}""".formatted(merged, survivor.id()));
        return message;
    }

    private static void heard(UUID message) {
        await().atMost(SOON)
                .until(() -> TestDatabase.number("select count(*) from inbox where message_id = ?", message) > 0);
    }

    private String died(YearMonth month) {
        return died(person, month);
    }

    private static String died(Story.Person who, YearMonth month) {
        return """
                {"personId": "%s", "diedOn": "%s", "recordedOn": "2026-09-01"}""".formatted(who.id(), month.atDay(1));
    }

    private String withdrawn() {
        return withdrawn(person);
    }

    private static String withdrawn(Story.Person who) {
        return """
                {"personId": "%s", "diedOn": "2026-08-01", "withdrawnOn": "2026-09-01"}""".formatted(who.id());
    }

    private String revoked() {
        return """
                {"personId": "%s", "purpose": "STATEMENT_AT_TERMINAL", "revokedOn": "2026-09-01"}""".formatted(person.id());
    }

    private String closed(YearMonth to, String because) {
        return """
                {"relationId": "%s", "personId": "%s", "scheme": "EMPLOYEE", "place": "370700", "from": "%s", "to": "%s",
                 "because": "%s", "closedOn": "2026-09-01"}""".formatted(relation(), person.id(), NOW.minusMonths(24), to, because);
    }

    private String opened() {
        return """
                {"relationId": "%s", "personId": "%s", "scheme": "EMPLOYEE", "place": "370700", "standing": "FLEXIBLE",
                 "from": "%s", "openedOn": "2026-09-01"}""".formatted(relation(), person.id(), NOW.minusMonths(24));
    }

    private @Nullable Object relation() {
        return TestDatabase.query("select relation_id from relation where person_id = ?", person.id())
                .getFirst()
                .get("relation_id");
    }

    private List<String> until() {
        return until(person);
    }

    private static List<String> until(Story.Person who) {
        return TestDatabase.query(
                        "select coalesce(to_char(until_month, 'YYYY-MM'), 'goes on') as until from plan where person_id = ?",
                        who.id())
                .stream()
                .map(row -> String.valueOf(row.get("until")))
                .toList();
    }
}
