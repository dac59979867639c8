package org.lingbao.enrollment.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.lingbao.enrollment.delegation.Pair.TODAY;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.enrollment.testing.Matched;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** A delegation ends at once, whatever is under way, and with whom it was between. Business day: 2026-09-01. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EndOfDelegationTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    /** Whichever comes first: what is done by a delegation was done before it ended. */
    @Test
    void of_an_application_and_a_revocation_at_once_nothing_is_done_after_the_end() throws Exception {
        for (var round = 0; round < 8; round++) {
            var pair = Pair.make();
            var delegation = pair.granted("ENROLL");
            try (var at = Executors.newFixedThreadPool(2)) {
                var both = at.invokeAll(List.<Callable<Integer>>of(
                        () -> pair.enroll().extract().statusCode(),
                        () -> pair.revoke(delegation).extract().statusCode()));
                assertThat(both.getFirst().get()).isIn(201, 404);
                assertThat(both.getLast().get()).isEqualTo(204);
            }
            pair.enroll().statusCode(404);
        }
    }

    /** Held back by the person's lock while the delegation ends. */
    @Test
    void an_application_that_waited_while_the_delegation_ended_is_not_made() throws Exception {
        var pair = Pair.make();
        var delegation = pair.granted("ENROLL");
        try (var at = Executors.newSingleThreadExecutor();
                var connection = TestDatabase.connect()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("select from person where id = '" + pair.personId() + "' for update");
                var waiting = at.submit(() -> pair.enroll().extract().statusCode());
                await().atMost(SOON)
                        .until(() -> TestDatabase.number(
                                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                                > 0);
                statement.execute("update delegation set ended_on = '" + TODAY
                        + "', ended_because = 'REVOKED' where delegation_id = '" + delegation + "'");
                connection.commit();
                assertThat(waiting.get()).isEqualTo(404);
            }
        }
    }

    @Test
    void a_dead_persons_delegation_is_worth_nothing_nor_is_a_dead_delegates_unless_the_death_is_withdrawn() {
        var pair = Pair.make();
        pair.grant("VIEW", "ENROLL").statusCode(201);
        died(pair.personId());
        pair.look("").statusCode(404);
        pair.enroll().statusCode(404);
        pair.delegations(pair.delegate(), pair.delegateId()).body("held.state", contains("DECEASED"));
        pair.grant("PAUSE").statusCode(422).body("errors.code", contains("NOBODY_DELEGATES_AFTER_DEATH"));

        lives(pair.personId());
        pair.look("").statusCode(200);
        pair.delegations(pair.delegate(), pair.delegateId()).body("held.state", contains("LIVE"));

        var other = Pair.make();
        other.grant("VIEW").statusCode(201);
        died(other.delegateId());
        other.look("").statusCode(404);
        other.grant("PAUSE").statusCode(422).body("errors.code", contains("DELEGATE_NOT_KNOWN"));
    }

    @Test
    void what_a_merged_person_gave_ends_and_what_they_hold_is_the_survivors() {
        var pair = Pair.make();
        pair.grant("VIEW").statusCode(201);
        var survivor = merge(pair.delegate(), pair.delegateId());
        pair.look("").statusCode(200);
        as(survivor.token()).get("/persons/" + pair.personId()).then().statusCode(200);
        pair.revoke(pair.granted("ENROLL")).statusCode(204);

        var other = Pair.make();
        other.grant("VIEW").statusCode(201);
        var _ = merge(other.person(), other.personId());
        other.look("").statusCode(404);
        other.delegations(other.person(), other.personId()).body("given.state", contains("MERGED"));
        other.grant("VIEW").statusCode(201);
        other.look("").statusCode(200);
    }

    private static Citizen merge(Citizen one, String merged) {
        var twin = one.twin();
        var survivor = twin.register();
        post(
                        "/possible-matches/" + Matched.pair(merged, survivor) + "/decision",
                        TestTokens.of("li.clerk"),
                        "{\"decision\": \"SAME\", \"survivorId\": \"" + survivor + "\"}")
                .statusCode(200);
        return twin;
    }

    /** The record was a mistake. */
    private static void lives(String person) {
        post(
                        "/persons/" + person + "/death/withdrawal",
                        TestTokens.mint("zhou.clerk").claim("org", "370700").token(),
                        """
                {"diedOn": "2026-08-31", "because": "ANOTHER_PERSON", "evidence": "CX-1"}""")
                .statusCode(200);
    }

    private static void died(String person) {
        post("/persons/" + person + "/death", TestTokens.of("li.clerk"), """
                {"diedOn": "2026-08-31", "evidence": "SW-1"}""").statusCode(200);
    }
}
