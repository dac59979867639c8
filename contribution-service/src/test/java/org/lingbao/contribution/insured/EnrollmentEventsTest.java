package org.lingbao.contribution.insured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Billed;
import org.lingbao.contribution.story.Story;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EnrollmentEventsTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    EnrollmentEvents events;

    @Inject
    ObjectMapper json;

    @Test
    void the_committed_examples_are_understood() throws Throwable {
        var key = UUID.fromString(json.readTree(Schemas.example("enrollment", "relation-opened"))
                .get("personId")
                .textValue());
        take(
                record(key, "person-registered", Schemas.example("enrollment", "person-registered")),
                record(key, "person-area-added", Schemas.example("enrollment", "person-area-added")),
                record(key, "relation-opened", Schemas.example("enrollment", "relation-opened")),
                record(key, "relation-paused", Schemas.example("enrollment", "relation-paused")),
                record(key, "relation-resumed", Schemas.example("enrollment", "relation-resumed")),
                record(key, "relation-closed", Schemas.example("enrollment", "relation-closed")),
                record(key, "consent-granted", Schemas.example("enrollment", "consent-granted")),
                record(key, "person-deceased", Schemas.example("enrollment", "person-deceased")));
        assertThat(stateOf(key)).isEqualTo(Map.of("logins", 1L, "relations", 1L, "accounts", 1L, "consents", 1L));
        assertThat(TestDatabase.query("select cast(paused as text) as paused from relation where person_id = ?", key))
                .containsExactly(Map.of("paused", "{[2026-10-01,2027-01-01)}"));
        assertThat(TestDatabase.query("select place from person_area where person_id = ?", key))
                .containsExactly(Map.of("place", "370702"));
        take(
                record(key, "consent-revoked", Schemas.example("enrollment", "consent-revoked")),
                record(key, "person-merged", Schemas.example("enrollment", "person-merged")));
        assertThat(TestDatabase.number("select count(*) from person_merged where person_id = ?", key))
                .isEqualTo(1);
        assertThat(stateOf(key)).isEqualTo(Map.of("logins", 1L, "relations", 1L, "accounts", 1L, "consents", 0L));
        assertThat(parked(key)).isZero();
    }

    @Test
    void an_event_that_comes_twice_has_one_effect() {
        var person = UUID.randomUUID();
        var message = UUID.randomUUID();
        Story.enrollmentTells(message, "relation-opened", person, opened(person, "370700"));
        Story.enrollmentTells(message, "relation-opened", person, opened(person, "370700"));
        Story.enrollmentTells("consent-granted", person, granted(person));
        await().atMost(SOON).until(() -> stateOf(person).entrySet().contains(Map.entry("consents", 1L)));
        assertThat(stateOf(person)).isEqualTo(Map.of("logins", 0L, "relations", 1L, "accounts", 1L, "consents", 1L));
        assertThat(parked(person)).isZero();
    }

    @Test
    void a_whole_topic_replayed_changes_nothing() throws Throwable {
        var person = UUID.randomUUID();
        var topic = List.of(
                record(person, "person-registered", registered(person)),
                record(person, "relation-opened", opened(person, "370700").getBytes(StandardCharsets.UTF_8)),
                record(person, "consent-granted", granted(person).getBytes(StandardCharsets.UTF_8)),
                record(person, "consent-revoked", """
                        {"personId": "%s", "purpose": "STATEMENT_AT_TERMINAL", "revokedOn": "2026-09-02"}""".formatted(person).getBytes(StandardCharsets.UTF_8)));
        for (var record : topic) {
            take(record);
        }
        var after = stateOf(person);
        take(topic.toArray(ConsumerRecord[]::new));
        assertThat(stateOf(person)).isEqualTo(after);
        assertThat(after).isEqualTo(Map.of("logins", 1L, "relations", 1L, "accounts", 1L, "consents", 0L));
        assertThat(parked(person)).isZero();
    }

    @Test
    void a_person_without_a_login_is_nobodys() throws Throwable {
        var person = UUID.randomUUID();
        take(record(
                person,
                "person-registered",
                "{\"personId\": \"%s\", \"issuer\": null, \"registeredOn\": \"2026-09-01\"}"
                        .formatted(person)
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(stateOf(person)).containsEntry("logins", 0L);
        assertThat(parked(person)).isZero();
    }

    @Test
    void merges_point_to_who_is_merged_into_nobody_in_whichever_order_they_are_told() throws Throwable {
        for (var inOrder : List.of(true, false)) {
            var first = UUID.randomUUID();
            var second = UUID.randomUUID();
            var third = UUID.randomUUID();
            var one = record(first, "person-merged", merged(first, second));
            var other = record(second, "person-merged", merged(second, third));
            take(inOrder ? one : other);
            take(inOrder ? other : one);
            take(one, other);
            assertThat(TestDatabase.query(
                            "select distinct survivor_id from person_merged where person_id in (?, ?)", first, second))
                    .containsExactly(Map.of("survivor_id", third));
        }
    }

    @Test
    void logins_and_agencies_of_either_id_see_both_whenever_they_become_known() throws Throwable {
        var merged = UUID.randomUUID();
        var survivor = UUID.randomUUID();
        take(
                record(merged, "person-registered", registered(merged)),
                record(merged, "person-area-added", area(merged, "370702")));
        take(record(merged, "person-merged", merged(merged, survivor)));
        take(
                record(survivor, "person-registered", registered(survivor)),
                record(survivor, "person-area-added", area(survivor, "370783")));
        for (var id : List.of(merged, survivor)) {
            assertThat(stateOf(id)).containsEntry("logins", 2L);
            assertThat(TestDatabase.query("select place from person_area where person_id = ? order by 1", id))
                    .containsExactly(Map.of("place", "370702"), Map.of("place", "370783"));
        }
    }

    @Test
    void a_second_relation_in_a_scheme_is_parked_and_blocks_only_its_person() throws Throwable {
        var person = UUID.randomUUID();
        var other = UUID.randomUUID();
        take(
                record(person, "relation-opened", opened(person, "370700").getBytes(StandardCharsets.UTF_8)),
                record(person, "relation-opened", opened(person, "370200").getBytes(StandardCharsets.UTF_8)),
                record(other, "relation-opened", opened(other, "370700").getBytes(StandardCharsets.UTF_8)));
        assertThat(parked(person)).isEqualTo(1);
        assertThat(stateOf(other)).containsEntry("relations", 1L);
        assertThat(TestDatabase.query("select place from relation where person_id = ?", person))
                .containsExactly(Map.of("place", "370700"));
    }

    private void take(ConsumerRecord<?, ?>... records) throws Throwable {
        var list = List.of(records).stream()
                .map(record -> new ConsumerRecord<>(
                        "enrollment.person",
                        0,
                        offset++,
                        0L,
                        org.apache.kafka.common.record.TimestampType.CREATE_TIME,
                        0,
                        0,
                        (String) record.key(),
                        (byte[]) record.value(),
                        record.headers(),
                        Optional.empty()))
                .toList();
        var batch = new ConsumerRecords<>(Map.of(new TopicPartition("enrollment.person", 0), list), Map.of());
        VertxContextSupport.subscribeAndAwait(() -> events.on(batch));
    }

    /** Offsets of records that were never in the broker: no two alike, since parked ones are told apart by them. */
    private static long offset = 1_000_000;

    private static ConsumerRecord<String, byte[]> record(UUID key, String name, byte[] body) {
        var headers = new RecordHeaders()
                .add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8))
                .add("ce_type", ("enrollment." + name + ".v1").getBytes(StandardCharsets.UTF_8));
        return new ConsumerRecord<>(
                "enrollment.person",
                0,
                0,
                0L,
                org.apache.kafka.common.record.TimestampType.CREATE_TIME,
                0,
                0,
                key.toString(),
                body,
                headers,
                Optional.empty());
    }

    private static byte[] registered(UUID person) {
        return """
                {"personId": "%s", "issuer": "%s", "subject": "%s", "registeredOn": "2026-09-01", "later": "added"}""".formatted(person, TestTokens.issuer(), person).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] merged(UUID person, UUID survivor) {
        return "{\"personId\": \"%s\", \"survivorId\": \"%s\", \"mergedOn\": \"2026-09-01\"}"
                .formatted(person, survivor)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] area(UUID person, String place) {
        return "{\"personId\": \"%s\", \"place\": \"%s\"}"
                .formatted(person, place)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String opened(UUID person, String place) {
        return """
                {"relationId": "%s", "personId": "%s", "scheme": "EMPLOYEE", "place": "%s", "standing": "FLEXIBLE",
                 "from": "2026-09", "lastPayableMonth": null, "openedOn": "2026-09-01"}""".formatted(UUID.randomUUID(), person, place);
    }

    private static String granted(UUID person) {
        return """
                {"personId": "%s", "purpose": "STATEMENT_AT_TERMINAL", "version": 1, "grantedOn": "2026-09-01"}""".formatted(person);
    }

    private static Map<String, Object> stateOf(UUID person) {
        return Map.copyOf(Objects.requireNonNull(TestDatabase.query("""
                        select (select count(*) from login where person_id = p.id) as logins,
                               (select count(*) from relation where person_id = p.id) as relations,
                               (select count(*) from account_balance where account_owner = p.id || '/EMPLOYEE') as accounts,
                               (select count(*) from consent where person_id = p.id) as consents
                        from (select cast(? as uuid) as id) p""", person).getFirst()));
    }

    private static long parked(UUID person) {
        return TestDatabase.number("select count(*) from parked_message where key = ?", person.toString());
    }

    @Test
    void with_a_death_plans_end_and_what_is_billed_beyond_its_month_is_void() throws Throwable {
        var person = Story.insured();
        Story.choosesPlan(
                        person,
                        UUID.randomUUID().toString(),
                        Story.plan(person, Story.BASE, "QUARTER", Story.thisMonth()))
                .then()
                .statusCode(201);
        var died = """
                {"personId": "%s", "diedOn": "%s", "recordedOn": "%s"}""".formatted(person.id(), Story.today(), Story.today()).getBytes(StandardCharsets.UTF_8);

        take(record(person.id(), "person-deceased", died));
        take(record(person.id(), "person-deceased", died));

        assertThat(TestDatabase.query(
                        "select cast(until_month as text) as until from plan where person_id = ?", person.id()))
                .containsExactly(Map.of("until", Story.thisMonth().atDay(1).toString()));
        assertThat(Billed.monthsOf(person)).containsExactly(Story.thisMonth());
        assertThat(TestDatabase.number(
                        "select sum(amount_fen) from bill where person_id = ? and withdrawn_on is null", person.id()))
                .isEqualTo(91460);
    }

    @Test
    void two_employers_insure_against_work_injury_at_once_and_nobody_saves_for_it() throws Throwable {
        var person = UUID.randomUUID();
        var injury = opened(person, "370700").replace("EMPLOYEE", "INJURY").replace("FLEXIBLE", "EMPLOYED");
        var other = opened(person, "370700").replace("EMPLOYEE", "INJURY").replace("FLEXIBLE", "EMPLOYED");

        take(
                record(person, "relation-opened", injury.getBytes(StandardCharsets.UTF_8)),
                record(person, "relation-opened", other.getBytes(StandardCharsets.UTF_8)));

        assertThat(parked(person)).isZero();
        assertThat(TestDatabase.number("select count(*) from relation where person_id = ?", person))
                .isEqualTo(2);
        assertThat(TestDatabase.number(
                        "select count(*) from account_balance where starts_with(account_owner, ?)", person.toString()))
                .isZero();
    }
}
