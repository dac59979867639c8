package org.lingbao.enrollment.standing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTopics;

/** A transfer that is completed ends the relation of the old place, whatever it finds. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CloseRelationTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    ObjectMapper json;

    @Test
    void the_relation_ends_with_the_month_before_and_the_other_services_hear_of_it() throws IOException {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);

        tell(completed(personId, "OUT", "370700", "2026-11-05"));

        assertThat(relations(personId)).containsExactly("EMPLOYEE 2026-09-01 to 2026-10-01 TRANSFERRED_OUT 2026-11-05");
        var event = TestTopics.awaitKey("enrollment.person", personId, 5).getLast();
        assertThat(event.headers()).containsEntry("ce_type", "enrollment.relation-closed.v1");
        assertThat(json.readTree(event.text())).isEqualTo(json.readTree("""
                {"relationId": "%s", "personId": "%s", "scheme": "EMPLOYEE", "place": "370700", "from": "2026-09", "to": "2026-10",
                 "because": "TRANSFERRED_OUT", "closedOn": "2026-11-05"}""".formatted(relationOf(personId), personId)));
    }

    @Test
    void a_relation_never_ends_before_it_began() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);

        tell(completed(personId, "OUT", "370700", "2026-09-20"));

        assertThat(relations(personId)).containsExactly("EMPLOYEE 2026-09-01 to 2026-09-01 TRANSFERRED_OUT 2026-09-20");
    }

    @Test
    void told_twice_it_ends_once() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);
        var message = UUID.randomUUID();

        tell(message, completed(personId, "OUT", "370700", "2026-10-09"));
        tell(message, completed(personId, "OUT", "370700", "2026-10-09"));
        tell(completed(personId, "OUT", "370700", "2026-12-09"));

        assertThat(relations(personId)).containsExactly("EMPLOYEE 2026-09-01 to 2026-09-01 TRANSFERRED_OUT 2026-10-09");
        assertThat(closings(personId)).isEqualTo(1);
    }

    @Test
    void what_does_not_concern_the_relation_leaves_it_alone() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);

        tell(completed(personId, "IN", "210200", "2026-10-09"));
        tell(completed(personId, "IN", "370700", "2026-10-09"));
        tell(completed(personId, "OUT", "210200", "2026-10-09"));
        tell(completed(personId, "OUT", "370700", "2026-08-31"));
        tell(completed(UUID.randomUUID().toString(), "OUT", "370700", "2026-10-09"));

        assertThat(relations(personId)).containsExactly("EMPLOYEE 2026-09-01");
        assertThat(closings(personId)).isZero();
    }

    @Test
    void the_resident_relation_goes_on() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        post("/enrollments", citizen.token(), Citizen.application(personId, "RESIDENT", false))
                .statusCode(201);

        tell(completed(personId, "OUT", "370700", "2026-10-09"));

        assertThat(relations(personId)).containsExactly("RESIDENT 2026-09-01");
    }

    @Test
    void afterwards_the_person_may_join_again() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);
        citizen.enroll(personId).statusCode(422).body("errors.code", contains("ALREADY_ENROLLED"));

        tell(completed(personId, "OUT", "370200", "2026-10-09"));
        citizen.enroll(personId).statusCode(201);

        assertThat(relations(personId))
                .containsExactlyInAnyOrder(
                        "EMPLOYEE 2026-09-01 to 2026-09-01 TRANSFERRED_OUT 2026-10-09", "EMPLOYEE 2026-10-01");
        assertThat(as(citizen.token())
                        .get("/persons/" + personId + "/relations")
                        .jsonPath()
                        .<String>getList("to"))
                .containsExactlyInAnyOrder("2026-09", null);
    }

    @Test
    void the_committed_example_is_understood() throws IOException {
        var personId = json.readTree(example()).get("personId").textValue();
        var unused = TestDatabase.execute("""
                with person as (
                    insert into person (id, identity_number, identity_index, identity_kind, name, phone, phone_index,
                                        birth_date, sex, hukou, registered_on)
                    values (cast(? as uuid), '', sha256('number'), 'RESIDENT', '', '', sha256('phone'),
                            '1990-05-05', 'MALE', '210202', '2026-08-01')
                    returning id
                )
                insert into relation (id, person_id, scheme, place, standing, from_month, opened_on)
                select gen_random_uuid(), id, 'EMPLOYEE', '210200', 'FLEXIBLE', '2026-08-01', '2026-08-03'
                from person""", personId);

        tell(example());

        assertThat(relations(personId)).containsExactly("EMPLOYEE 2026-08-01 to 2026-09-01 TRANSFERRED_OUT 2026-10-09");
    }

    @Test
    void one_that_cannot_be_read_is_parked() {
        var message = UUID.randomUUID();

        send(message, "{\"side\": \"OUT\"}");

        await().atMost(SOON)
                .until(() -> TestDatabase.number(
                                "select count(*) from parked_message where consumer = 'enrollment-transfer'"
                                        + " and message_id = ?",
                                message)
                        == 1);
    }

    private static String example() throws IOException {
        try (var file = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("contracts/events/transfer/transfer-completed.v1.example.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
        }
    }

    private static String completed(String personId, String side, String oldPlace, String day) {
        return """
                {"caseId": "%s", "personId": "%s", "side": "%s", "oldPlace": "%s", "newPlace": "310000", "months": 1,
                 "account": "365.84", "pooled": "548.76", "completedOn": "%s"}""".formatted(UUID.randomUUID(), personId, side, oldPlace, day);
    }

    private static void tell(String body) {
        tell(UUID.randomUUID(), body);
    }

    private static void tell(UUID message, String body) {
        send(message, body);
        await().atMost(SOON)
                .until(() -> TestDatabase.number(
                                "select count(*) from inbox where consumer = 'enrollment-transfer' and message_id = ?",
                                message)
                        == 1);
    }

    private static void send(UUID message, String body) {
        TestTopics.send(
                "transfer.case",
                UUID.randomUUID().toString(),
                body.getBytes(UTF_8),
                Map.of("ce_id", message.toString(), "ce_type", "transfer.transfer-completed.v1"));
    }

    private static List<String> relations(String personId) {
        return TestDatabase.query(
                        "select concat_ws(' ', scheme, from_month, 'to ' || to_month, closed_because, closed_on) as line"
                                + " from relation where person_id = cast(? as uuid)",
                        personId)
                .stream()
                .map(row -> String.valueOf(row.get("line")))
                .toList();
    }

    private static String relationOf(String personId) {
        return String.valueOf(TestDatabase.query("select id from relation where person_id = cast(? as uuid)", personId)
                .getFirst()
                .get("id"));
    }

    private static long closings(String personId) {
        return TestTopics.all("enrollment.person").stream()
                .filter(message -> personId.equals(message.key()))
                .filter(message ->
                        "enrollment.relation-closed.v1".equals(message.headers().get("ce_type")))
                .count();
    }
}
