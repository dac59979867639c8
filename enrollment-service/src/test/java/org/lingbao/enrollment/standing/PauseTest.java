package org.lingbao.enrollment.standing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** A person pays no more for a while, and again. Business day: 2026-09-01. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class PauseTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String AT_COUNTER = """
            {"fromMonth": "2026-10", "channel": "AGENCY_COUNTER",
             "confirmation": {"kind": "CARD", "reference": "READER-370702-0042"}}""";

    @Test
    void a_relation_is_paused_and_resumed_and_the_other_services_hear_of_it() {
        var insured = Insured.make();

        insured.pause("2026-10").statusCode(200).body("paused.from", contains("2026-10"), "paused[0].to", nullValue());
        insured.resume("2026-12")
                .statusCode(200)
                .body("paused[0].from", equalTo("2026-10"), "paused[0].to", equalTo("2026-11"));

        assertThat(EmploymentTest.relations(insured.personId())).containsExactly("FLEXIBLE 2026-09-01");
        assertThat(told(insured, 6))
                .endsWith(
                        "relation-paused [{\"from\":\"2026-10\"}]",
                        "relation-resumed [{\"from\":\"2026-10\",\"to\":\"2026-11\"}]");
    }

    @Test
    void a_pause_that_has_not_begun_is_taken_back() {
        var insured = Insured.make();
        insured.pause("2026-10").statusCode(200);

        insured.resume("2026-10").statusCode(200).body("paused", empty());
        insured.pause("2026-11").statusCode(200).body("paused.from", contains("2026-11"));
    }

    @Test
    void a_refusal_lists_every_reason() {
        var insured = Insured.make();
        paid(insured.personId(), "2026-09");
        insured.pause("2026-10").statusCode(200);

        insured.pause("2026-08")
                .statusCode(422)
                .body(
                        "errors.code",
                        containsInAnyOrder("ALREADY_PAUSED", "MONTH_BEFORE_RELATION", "PAID_MONTH_NOT_PAUSED"));
        insured.resume("2026-08")
                .statusCode(422)
                .body(
                        "errors.code",
                        containsInAnyOrder("MONTH_BEFORE_PAUSE", "MONTH_BEFORE_RELATION", "MONTH_HAS_PASSED"));
        insured.pause("2026-13").statusCode(400);
    }

    @Test
    void a_payment_that_becomes_known_later_stands_and_the_month_is_not_paused() {
        var insured = Insured.make();
        insured.pause("2026-09").statusCode(200);

        paid(insured.personId(), "2026-09");

        assertThat(told(insured, 6))
                .endsWith("relation-paused [{\"from\":\"2026-09\"}]", "relation-resumed [{\"from\":\"2026-10\"}]");
    }

    @Test
    void a_hire_takes_its_months_out_of_a_pause_which_goes_on_after_the_leaving() {
        var insured = Insured.make();
        insured.pause("2026-10").statusCode(200);
        String employment = post("/employments", TestTokens.of("chen.employer"), """
                        {"identityNumber": "%s", "name": "%s", "place": "370700", "startsOn": "2026-10-01"}""".formatted(
                                insured.citizen().number(), insured.citizen().name()))
                .statusCode(201)
                .extract()
                .path("employmentId");
        assertThat(paused(insured)).containsOnly("{}");
        post("/employments/" + employment + "/end", TestTokens.of("chen.employer"), "{\"endedOn\": \"2026-10-01\"}")
                .statusCode(200);

        assertThat(paused(insured)).containsExactly("{}", "{}", "{[2026-11-01,)}");
    }

    @Test
    void an_employers_months_and_a_years_choice_are_not_paused() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        post("/enrollments", citizen.token(), Citizen.application(personId, "RESIDENT", false))
                .statusCode(201);

        new Insured(citizen, personId, relationOf(citizen, personId))
                .pause("2026-10")
                .statusCode(422)
                .body("errors.code", contains("SCHEME_NOT_PAUSED"));
    }

    @Test
    void nobody_elses_relation_is_there() {
        var insured = Insured.make();
        var other = Citizen.driver();
        var unused = other.register();
        var path = "/relations/" + insured.relationId() + "/pause";

        post(path, other.token(), from("2026-10")).statusCode(404);
        post(path, TestTokens.of("zhou.clerk"), AT_COUNTER).statusCode(404);
        post("/relations/" + UUID.randomUUID() + "/pause", insured.citizen().token(), from("2026-10"))
                .statusCode(404);
    }

    @Test
    void a_clerk_pauses_nothing_alone_and_the_record_says_who_acted_and_how_the_person_confirmed() {
        var insured = Insured.make();
        var path = "/relations/" + insured.relationId() + "/pause";
        var clerk = TestTokens.of("li.clerk");

        post(path, clerk, from("2026-08").replace("MOBILE_12333", "AGENCY_COUNTER"))
                .statusCode(422)
                .body("errors.code", contains("CONFIRMATION_REQUIRED", "MONTH_BEFORE_RELATION"));
        post(path, clerk, from("2026-10").replace("MOBILE_12333", "AGENCY_COUNTER"))
                .statusCode(422)
                .body("errors.code", contains("CONFIRMATION_REQUIRED"));
        post(path, insured.citizen().token(), from("2026-10").replace("MOBILE_12333", "CARRIER_PIGEON"))
                .statusCode(400)
                .body("errors.code", contains("UNKNOWN_CHANNEL"));
        assertThat(paused(insured)).containsExactly("{}");

        post(path, clerk, AT_COUNTER).statusCode(200);
        insured.resume("2026-12").statusCode(200);

        assertThat(TestDatabase.query("""
                        select concat_ws(' ', a.kind, a.channel, a.operator_place, a.confirmed_by, a.confirmation_reference) as act
                        from act a join pause p on p.pause_id = a.record_id
                        where a.person_id = cast(? as uuid) order by a.kind""", insured.personId()))
                .containsExactly(
                        Map.of("act", "RELATION_PAUSED AGENCY_COUNTER 370700 CARD READER-370702-0042"),
                        Map.of("act", "RELATION_RESUMED MOBILE_12333"));
        assertThat(TestDatabase.number(
                        "select count(*) from audit where action = 'relation.pause' and subject_id = cast(? as uuid)"
                                + " and purpose = 'served by the agency'",
                        insured.personId()))
                .as("those that were refused, too")
                .isEqualTo(3);
    }

    @Test
    void of_many_at_once_one_pauses() throws Exception {
        var insured = Insured.make();
        Callable<Integer> pause = () -> insured.pause("2026-10").extract().statusCode();
        try (var pool = Executors.newFixedThreadPool(16)) {
            var answers = pool
                    .invokeAll(IntStream.range(0, 16).mapToObj(i -> pause).toList())
                    .stream()
                    .collect(Collectors.groupingBy(future -> future.resultNow(), Collectors.counting()));
            assertThat(answers).containsEntry(200, 1L).containsEntry(422, 15L);
        }
        assertThat(told(insured, 5))
                .filteredOn(line -> line.startsWith("relation-paused"))
                .hasSize(1);
    }

    @Test
    void under_one_key_it_is_the_same_answer() {
        var insured = Insured.make();
        var key = UUID.randomUUID().toString();
        var path = "/relations/" + insured.relationId() + "/pause";
        post(path, insured.citizen().token(), key, from("2026-10")).statusCode(200);

        var again = post(path, insured.citizen().token(), key, from("2026-10")).statusCode(200);

        assertThat(again.extract().header("Idempotent-Replayed")).isEqualTo("true");
    }

    /** A person with a flexible relation from September on. */
    private record Insured(Citizen citizen, String personId, String relationId) {
        static Insured make() {
            var citizen = Citizen.driver();
            var personId = citizen.register();
            citizen.enroll(personId).statusCode(201);
            return new Insured(citizen, personId, relationOf(citizen, personId));
        }

        ValidatableResponse pause(String from) {
            return ask("pause", from);
        }

        ValidatableResponse resume(String from) {
            return ask("resume", from);
        }

        private ValidatableResponse ask(String what, String from) {
            return post("/relations/" + relationId + "/" + what, citizen.token(), from(from));
        }

        @Override
        public String toString() {
            return citizen.toString();
        }
    }

    private static String from(String month) {
        return "{\"fromMonth\": \"" + month + "\", \"channel\": \"MOBILE_12333\"}";
    }

    private static String relationOf(Citizen citizen, String personId) {
        return as(citizen.token())
                .get("/persons/" + personId + "/relations")
                .jsonPath()
                .getString("[0].relationId");
    }

    private static List<String> told(Insured insured, int count) {
        return TestTopics.awaitKey("enrollment.person", insured.personId(), count).stream()
                .map(message ->
                        String.valueOf(message.headers().get("ce_type")).replaceAll("enrollment\\.(.*)\\.v1", "$1")
                                + " " + message.text().replaceAll(".*\"paused\":(\\[.*]).*", "$1"))
                .toList();
    }

    private static List<String> paused(Insured insured) {
        return TestDatabase.query(
                        "select cast(paused as text) as paused from relation where person_id = cast(? as uuid)"
                                + " order by from_month, to_month",
                        insured.personId())
                .stream()
                .map(row -> String.valueOf(row.get("paused")))
                .toList();
    }

    private static void paid(String personId, String month) {
        var message = UUID.randomUUID();
        TestTopics.send(
                "contribution.person",
                personId,
                """
                {"personId": "%s", "scheme": "EMPLOYEE", "place": "370700", "months": ["%s"], "base": "4573.00",
                 "pension": "914.60", "account": "365.84", "pooled": "548.76", "receiptId": "%s",
                 "paidOn": "2026-09-01"}""".formatted(personId, month, UUID.randomUUID()).getBytes(UTF_8),
                Map.of("ce_id", message.toString(), "ce_type", "contribution.month-paid.v1"));
        await().atMost(SOON)
                .until(() -> TestDatabase.number(
                                "select count(*) from inbox where consumer = 'enrollment-employment' and message_id = ?",
                                message)
                        == 1);
    }
}
