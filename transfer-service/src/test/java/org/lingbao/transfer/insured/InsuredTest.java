package org.lingbao.transfer.insured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTopics;
import org.lingbao.transfer.story.EnrollmentStandIn;

/** What events tell of persons, in any number of repetitions. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(EnrollmentStandIn.class)
class InsuredTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private static void told(UUID message, String service, String event, UUID key, byte[] body) {
        TestTopics.send(
                service + ".person",
                key.toString(),
                body,
                Map.of(
                        "ce_id",
                        message.toString(),
                        "ce_type",
                        service + "." + event + ".v1",
                        "ce_source",
                        "/" + service,
                        "ce_specversion",
                        "1.0"));
    }

    private static void told(String service, String event, UUID key, String body) {
        told(UUID.randomUUID(), service, event, key, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void holds(UUID person, String state) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(TestDatabase.query("""
                                select (select count(*) from login where person_id = p.id) as logins,
                                       (select string_agg(place || ' ' || closed, ', ' order by place) from relation
                                            where person_id = p.id) as relations,
                                       (select string_agg(place || ' ' || paid_on, ', ') from first_payment
                                            where person_id = p.id) as paid
                                from (select cast(? as uuid) as id) p""", person)).hasToString(state));
    }

    @Test
    void the_committed_examples_are_understood() {
        var person = UUID.fromString("01992f3c-5a00-7c1e-8b1f-6d2a4c9e0b11");
        for (var event : List.of("person-registered", "person-area-added", "relation-opened", "relation-closed")) {
            told(UUID.randomUUID(), "enrollment", event, person, Schemas.example("enrollment", event));
        }
        told(UUID.randomUUID(), "contribution", "month-paid", person, Schemas.example("contribution", "month-paid"));
        holds(person, "[{logins=1, relations=370700 false, paid=370700 2026-09-01}]");
        told(
                UUID.randomUUID(),
                "contribution",
                "payment-reversed",
                person,
                Schemas.example("contribution", "payment-reversed"));
        holds(person, "[{logins=1, relations=370700 false, paid=370700 2026-08-14}]");
        assertThat(TestDatabase.number("select count(*) from parked_message where key = ?", person.toString()))
                .isZero();
    }

    @Test
    void who_was_merged_is_seen_by_both_logins_and_the_example_is_understood() {
        var person = UUID.fromString("01992f3c-5a00-7c1e-8b1f-6d2a4c9e0b11");
        told(UUID.randomUUID(), "enrollment", "person-merged", person, Schemas.example("enrollment", "person-merged"));
        var merged = UUID.randomUUID();
        var survivor = UUID.randomUUID();
        told("enrollment", "person-registered", merged, registered(merged));
        told("enrollment", "person-merged", merged, """
                {"personId": "%s", "survivorId": "%s", "mergedOn": "2026-09-01"}""".formatted(merged, survivor));
        told("enrollment", "person-registered", survivor, registered(survivor));
        told("contribution", "month-paid", merged, paid(merged, "2026-09-30"));
        holds(survivor, "[{logins=2, relations=null, paid=null}]");
        holds(merged, "[{logins=2, relations=null, paid=370700 2026-09-30}]");
        assertThat(TestDatabase.query(
                        "select cast(survivor_id as text) as id from person_merged where person_id = ?", person))
                .containsExactly(Map.of("id", "01992f3c-5a00-7c1e-8b1f-6d2a4c9e0b22"));
    }

    @Test
    void a_relation_ends_and_another_begins() {
        var person = UUID.randomUUID();
        var first = UUID.randomUUID();
        told("enrollment", "relation-opened", person, opened(person, first, "210200"));
        told("enrollment", "relation-closed", person, "{\"relationId\": \"" + first + "\"}");
        told("enrollment", "relation-opened", person, opened(person, UUID.randomUUID(), "370700"));
        holds(person, "[{logins=0, relations=210200 true, 370700 false, paid=null}]");
    }

    @Test
    void the_earliest_payment_counts_whichever_is_told_first() {
        var person = UUID.randomUUID();
        told("contribution", "month-paid", person, paid(person, "2026-10-05"));
        told("contribution", "month-paid", person, paid(person, "2026-09-30"));
        told("contribution", "month-paid", person, paid(person, "2026-11-01"));
        holds(person, "[{logins=0, relations=null, paid=370700 2026-09-30}]");
    }

    @Test
    void a_payment_that_was_a_mistake_is_not_the_first_one_any_more() {
        var person = UUID.randomUUID();
        told("contribution", "month-paid", person, paid(person, "2026-09-30"));
        told("contribution", "month-paid", person, paid(person, "2026-10-05"));
        told("contribution", "payment-reversed", person, reversed(person, ", \"firstPaidOn\": \"2026-10-05\""));
        holds(person, "[{logins=0, relations=null, paid=370700 2026-10-05}]");
        told("contribution", "payment-reversed", person, reversed(person, ""));
        holds(person, "[{logins=0, relations=null, paid=null}]");
        told("contribution", "month-paid", person, paid(person, "2026-11-01"));
        holds(person, "[{logins=0, relations=null, paid=370700 2026-11-01}]");
    }

    private static String reversed(UUID person, String more) {
        return """
                {"personId": "%s", "scheme": "EMPLOYEE", "place": "370700", "months": ["2026-09"], "receiptId": "%s",
                 "reversedOn": "2026-10-06"%s}""".formatted(person, UUID.randomUUID(), more);
    }

    private static String registered(UUID person) {
        return """
                {"personId": "%s", "issuer": "https://nobody", "subject": "%s", "registeredOn": "2026-09-01"}""".formatted(person, person);
    }

    private static String opened(UUID person, UUID relation, String place) {
        return """
                {"relationId": "%s", "personId": "%s", "scheme": "EMPLOYEE", "place": "%s", "standing": "FLEXIBLE"}""".formatted(relation, person, place);
    }

    private static String paid(UUID person, String on) {
        return """
                {"personId": "%s", "scheme": "EMPLOYEE", "place": "370700", "paidOn": "%s"}""".formatted(person, on);
    }
}
