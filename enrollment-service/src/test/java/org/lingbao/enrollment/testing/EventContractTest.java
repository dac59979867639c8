package org.lingbao.enrollment.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;
import org.lingbao.local.testing.TestTopics.Message;

/** What this service publishes is what {@code contracts} says, byte for byte as it stands in the topic. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EventContractTest {

    @Test
    void every_event_of_a_person_with_a_login_is_as_its_schema_says() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);
        var consents = "/persons/" + personId + "/consents";
        post(consents, citizen.token(), "{\"purpose\": \"STATEMENT_AT_TERMINAL\", \"version\": 1}")
                .statusCode(201);
        as(citizen.token()).delete(consents + "/STATEMENT_AT_TERMINAL").then().statusCode(204);

        var messages = TestTopics.awaitKey("enrollment.person", personId, 6);

        assertThat(messages)
                .extracting(EventContractTest::type)
                .containsExactly(
                        "enrollment.person-registered.v1",
                        "enrollment.person-area-added.v1",
                        "enrollment.person-area-added.v1",
                        "enrollment.relation-opened.v1",
                        "enrollment.consent-granted.v1",
                        "enrollment.consent-revoked.v1");
        assertThat(messages).allSatisfy(EventContractTest::isValid);
        assertThat(messages.getFirst().text()).contains(TestTokens.subject(citizen.login()));
    }

    @Test
    void a_person_whom_a_clerk_registered_has_no_login_in_the_event() {
        String personId = post(
                        "/persons", TestTokens.of("li.clerk"), Citizen.driver().registration())
                .statusCode(201)
                .extract()
                .path("personId");

        var message = TestTopics.awaitKey("enrollment.person", personId, 1).getFirst();

        isValid(message);
        assertThat(message.text()).doesNotContain("issuer", "subject");
    }

    @Test
    void a_resident_relation_names_no_last_month() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        post("/enrollments", citizen.token(), Citizen.application(personId, "RESIDENT", false))
                .statusCode(201);

        var message = TestTopics.awaitKey("enrollment.person", personId, 4).getLast();

        isValid(message);
        assertThat(message.text()).doesNotContain("lastPayableMonth");
    }

    @Test
    void a_relation_that_a_transfer_ended_is_told_as_its_schema_says() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);
        TestTopics.send(
                "transfer.case",
                UUID.randomUUID().toString(),
                """
                {"caseId": "%s", "personId": "%s", "side": "OUT", "oldPlace": "370700", "newPlace": "310000",
                 "months": 1, "account": "365.84", "pooled": "548.76", "completedOn": "2026-10-09"}""".formatted(UUID.randomUUID(), personId).getBytes(UTF_8),
                Map.of("ce_id", UUID.randomUUID().toString(), "ce_type", "transfer.transfer-completed.v1"));

        var message = TestTopics.awaitKey("enrollment.person", personId, 5).getLast();

        assertThat(type(message)).isEqualTo("enrollment.relation-closed.v1");
        isValid(message);
    }

    @Test
    void a_merge_is_told_as_its_schema_says() {
        var citizen = Citizen.driver();
        var merged = citizen.register();
        var survivor = citizen.twin().register();
        post(
                        "/possible-matches/" + Matched.pair(merged, survivor) + "/decision",
                        TestTokens.of("li.clerk"),
                        "{\"decision\": \"SAME\", \"survivorId\": \"" + survivor + "\"}")
                .statusCode(200);

        var message = TestTopics.awaitKey("enrollment.person", merged, 3).getLast();

        assertThat(type(message)).isEqualTo("enrollment.person-merged.v1");
        isValid(message);
    }

    @Test
    void an_employment_and_what_follows_from_it_is_told_as_the_schemas_say() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);
        var company = TestTokens.of("chen.employer");
        String employment = post("/employments", company, """
                        {"identityNumber": "%s", "name": "%s", "place": "370700", "startsOn": "2026-09-15"}""".formatted(citizen.number(), citizen.name()))
                .statusCode(201)
                .extract()
                .path("employmentId");
        post("/employments/" + employment + "/end", company, "{\"endedOn\": \"2026-09-20\"}")
                .statusCode(200);

        var messages = TestTopics.awaitKey("enrollment.person", personId, 10);

        assertThat(messages)
                .extracting(EventContractTest::type)
                .contains(
                        "enrollment.employment-started.v1",
                        "enrollment.employment-ended.v1",
                        "enrollment.relation-closed.v1");
        assertThat(messages)
                .allSatisfy(EventContractTest::isValid)
                .noneSatisfy(message -> assertThat(message.text()).contains(citizen.number()));
    }

    @Test
    void a_pause_and_its_end_are_told_as_their_schemas_say() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);
        var relation = as(citizen.token())
                .get("/persons/" + personId + "/relations")
                .jsonPath()
                .getString("[0].relationId");
        for (var what : new String[] {"pause", "resume"}) {
            post("/relations/" + relation + "/" + what, citizen.token(), """
                            {"fromMonth": "2026-10", "channel": "MOBILE_12333"}""").statusCode(200);
        }

        var messages = TestTopics.awaitKey("enrollment.person", personId, 6);

        assertThat(messages)
                .extracting(EventContractTest::type)
                .endsWith("enrollment.relation-paused.v1", "enrollment.relation-resumed.v1");
        assertThat(messages).allSatisfy(EventContractTest::isValid);
    }

    @Test
    void a_death_is_told_as_its_schema_says() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);
        post("/persons/" + personId + "/death", TestTokens.of("li.clerk"), """
                        {"diedOn": "2026-09-01", "evidence": "SW-1"}""").statusCode(200);

        var messages = TestTopics.awaitKey("enrollment.person", personId, 6);

        assertThat(messages)
                .extracting(EventContractTest::type)
                .endsWith("enrollment.person-deceased.v1", "enrollment.relation-closed.v1");
        assertThat(messages).allSatisfy(EventContractTest::isValid);
    }

    @Test
    void that_a_death_was_recorded_by_mistake_is_told_as_its_schema_says() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        post("/persons/" + personId + "/death", TestTokens.of("operator"), """
                        {"diedOn": "2026-09-01", "evidence": "SW-1"}""").statusCode(200);
        post("/persons/" + personId + "/death/withdrawal", TestTokens.of("li.clerk"), """
                        {"diedOn": "2026-09-01", "because": "DECLARATION_REVOKED", "evidence": "MT-1"}""")
                .statusCode(200);

        var message = TestTopics.awaitKey("enrollment.person", personId, 4).getLast();

        assertThat(type(message)).isEqualTo("enrollment.person-death-withdrawn.v1");
        isValid(message);
    }

    private static void isValid(Message message) {
        var errors = schema(type(message))
                .validate(
                        message.text(),
                        InputFormat.JSON,
                        run -> run.getExecutionConfig().setFormatAssertionsEnabled(true));
        assertThat(errors).as(message.text()).isEmpty();
    }

    private static String type(Message message) {
        return Objects.requireNonNull(message.headers().get("ce_type"));
    }

    private static JsonSchema schema(String type) {
        var file = "contracts/events/" + type.replaceFirst("\\.", "/") + ".schema.json";
        try (var text = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Objects.requireNonNull(text, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
