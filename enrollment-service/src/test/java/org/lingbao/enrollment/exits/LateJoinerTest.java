package org.lingbao.enrollment.exits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.enrollment.testing.Citizen.application;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** Who joins late is accepted at once, is shown what is open at the age, and that it was shown is kept. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class LateJoinerTest {
    private static final String SEEN = "{\"version\": 1, \"channel\": \"MOBILE_12333\"}";

    @Test
    void a_late_joiner_is_accepted_and_shown_every_exit_with_months_amounts_and_articles() {
        var citizen = lateJoiner();

        citizen.enroll(citizen.register())
                .statusCode(201)
                .body("outcome", equalTo("ACCEPTED"))
                .body("exits.version", equalTo(1))
                .body("exits.knownMonths", equalTo(0))
                .body("exits.ways.exit", contains("EXTEND", "RESIDENT_SCHEME", "TERMINATE"))
                .body("exits.ways[0].monthly", matchesPattern("[0-9]+\\.[0-9]{2}"))
                .body("exits.ways[0].total", matchesPattern("[0-9]+\\.[0-9]{2}"))
                .body("exits.ways[0].detail.zh", containsString("最低缴费年限"))
                .body("exits.ways[1].lowestTier", matchesPattern("[0-9]+\\.[0-9]{2}"))
                .body("exits.ways.articles", everyItem(not(empty())))
                .body("exits.detail.zh", containsString("挂靠"))
                .body("exits.seenOn", nullValue())
                .body("exits.calculation.rule", equalTo("exits.outlook"));
    }

    @Test
    void what_was_shown_is_kept_with_the_application_and_read_again_word_for_word() {
        var citizen = lateJoiner();
        var enrolled = citizen.enroll(citizen.register())
                .statusCode(201)
                .extract()
                .body()
                .jsonPath();

        var again = as(citizen.token())
                .get("/enrollments/" + enrolled.getString("enrollmentId"))
                .then()
                .statusCode(200)
                .extract()
                .body()
                .jsonPath();

        assertThat(again.getMap("exits")).isEqualTo(enrolled.getMap("exits"));
        assertThat(TestDatabase.query("""
                        select x.version, cast(x.shown_on as text) as day, a.actor_subject as actor, a.channel
                        from exits_shown x join application a on a.id = x.application_id
                        where x.application_id = cast(? as uuid)""", enrolled.getString("enrollmentId")))
                .containsExactly(Map.of(
                        "version",
                        1,
                        "day",
                        "2026-09-01",
                        "actor",
                        TestTokens.subject(citizen.login()),
                        "channel",
                        "MOBILE_12333"));
    }

    @Test
    void who_will_have_enough_is_shown_nothing() {
        var citizen = Citizen.driver();

        citizen.enroll(citizen.register()).statusCode(201).body("exits", nullValue());
    }

    @Test
    void months_that_were_paid_before_count() {
        var citizen = lateJoiner();
        var personId = citizen.register();
        paid(personId, "2020-01", "2020-02", "2020-03");

        citizen.enroll(personId).statusCode(201).body("exits.knownMonths", equalTo(3));
    }

    @Test
    void the_resident_scheme_knows_no_such_shortage() {
        var citizen = lateJoiner();

        post("/enrollments", citizen.token(), application(citizen.register(), "RESIDENT", false))
                .statusCode(201)
                .body("exits", nullValue());
    }

    @Test
    void the_person_acknowledges_once_and_it_stands() {
        var citizen = lateJoiner();
        String id = citizen.enroll(citizen.register()).statusCode(201).extract().path("enrollmentId");

        post("/enrollments/" + id + "/exits-seen", citizen.token(), SEEN)
                .statusCode(200)
                .body("seenOn", equalTo("2026-09-01"));
        post("/enrollments/" + id + "/exits-seen", citizen.token(), SEEN).statusCode(200);

        as(citizen.token()).get("/enrollments/" + id).then().body("exits.seenOn", equalTo("2026-09-01"));
        assertThat(TestDatabase.query(
                        "select kind, channel, actor_subject as actor from act where record_id = cast(? as uuid)", id))
                .containsExactly(Map.of(
                        "kind", "EXITS_SEEN", "channel", "MOBILE_12333", "actor", TestTokens.subject(citizen.login())));
    }

    @Test
    void nobody_acknowledges_what_was_not_shown() {
        var citizen = lateJoiner();
        String id = citizen.enroll(citizen.register()).statusCode(201).extract().path("enrollmentId");
        var young = Citizen.driver();
        String other = young.enroll(young.register()).statusCode(201).extract().path("enrollmentId");

        post("/enrollments/" + id + "/exits-seen", citizen.token(), SEEN.replace("1,", "2,"))
                .statusCode(400)
                .body("errors.code", contains("EXITS_NOT_SHOWN"));
        post("/enrollments/" + id + "/exits-seen", citizen.token(), SEEN.replace("MOBILE_12333", "PIGEON"))
                .statusCode(400)
                .body("errors.code", contains("UNKNOWN_CHANNEL"));
        post("/enrollments/" + other + "/exits-seen", young.token(), SEEN).statusCode(404);
        post("/enrollments/" + id + "/exits-seen", young.token(), SEEN).statusCode(404);
    }

    @Test
    void at_a_counter_the_person_confirms_having_seen_them() {
        var citizen = lateJoiner();
        String id = citizen.enroll(citizen.register()).statusCode(201).extract().path("enrollmentId");
        var clerk = TestTokens.of("li.clerk");
        var alone = SEEN.replace("MOBILE_12333", "TOWN_SERVICE_CENTER");

        post("/enrollments/" + id + "/exits-seen", clerk, alone)
                .statusCode(422)
                .body("errors.code", hasItem("CONFIRMATION_REQUIRED"));
        post("/enrollments/" + id + "/exits-seen", clerk, alone.replace("}", """
                        , "confirmation": {"kind": "FACE", "reference": "FACE-77-01"}}"""))
                .statusCode(200);

        assertThat(TestDatabase.query("""
                        select confirmed_by, confirmation_reference, operator_place from act
                        where record_id = cast(? as uuid)""", id))
                .containsExactly(Map.of(
                        "confirmed_by", "FACE", "confirmation_reference", "FACE-77-01", "operator_place", "370700"));
    }

    /** Reaches the age within six years, and of these fifteen and more are asked. */
    private static Citizen lateJoiner() {
        return Citizen.born(LocalDate.of(1970, 5, 5));
    }

    private static void paid(String personId, String... months) {
        TestTopics.send(
                "contribution.person",
                personId,
                """
                {"personId": "%s", "scheme": "EMPLOYEE", "place": "370700", "months": ["%s"], "base": "4573.00",
                 "pension": "914.60", "account": "365.84", "pooled": "548.76", "receiptId": "%s",
                 "paidOn": "2026-09-01"}""".formatted(personId, String.join("\", \"", months), UUID.randomUUID())
                        .getBytes(UTF_8),
                Map.of("ce_id", UUID.randomUUID().toString(), "ce_type", "contribution.month-paid.v1"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> TestDatabase.number(
                                "select count(*) from paid_month where person_id = cast(? as uuid)", personId)
                        == months.length);
    }
}
