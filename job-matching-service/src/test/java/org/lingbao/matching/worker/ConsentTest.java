package org.lingbao.matching.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.lingbao.matching.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTopics;
import org.lingbao.matching.story.Story;

/** Nothing is recommended, either way, of a person whose consent does not hold. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ConsentTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final String work = Story.rare();
    private final String profile = Story.profile(work, "36.7068", "119.1617");
    private String company;
    private String gig;

    @BeforeEach
    void begin() {
        company = Story.company();
        gig = Story.posted(company, work, Story.today(), 1);
    }

    private static void told(String event, Story.Person person, byte[] body) {
        TestTopics.send(
                "enrollment.person",
                person.id().toString(),
                body,
                Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        "enrollment." + event + ".v1",
                        "ce_source",
                        "/enrollment",
                        "ce_specversion",
                        "1.0"));
    }

    private static void told(String event, Story.Person person, String fields) {
        told(
                event,
                person,
                "{\"personId\": \"%s\", %s}".formatted(person.id(), fields).getBytes(UTF_8));
    }

    private List<String> candidates() {
        return as(company)
                .get("/gigs/" + gig + "/candidates?limit=50")
                .then()
                .statusCode(200)
                .extract()
                .path("candidates.workerId");
    }

    @Test
    void without_the_consent_nothing_is_taken_and_the_refusal_says_which_is_missing() {
        var person = Story.person();
        Story.states(person, profile)
                .statusCode(422)
                .body("errors.code", contains("CONSENT_MISSING"))
                .body("errors[0].detail", containsString("JOB_MATCHING"));
        as(person.token())
                .get("/workers/me/recommendations")
                .then()
                .statusCode(422)
                .body("errors.code", contains("CONSENT_MISSING", "WORKER_PROFILE_MISSING"));
        Story.accepts(person, gig)
                .then()
                .statusCode(422)
                .body("errors.code", contains("CONSENT_MISSING", "WORKER_PROFILE_MISSING"));
        assertThat(TestDatabase.number("select count(*) from worker where person_id = ?", person.id()))
                .isZero();
    }

    @Test
    void a_consent_counts_from_its_event_on_and_ends_with_its_withdrawal() {
        var person = Story.person();
        told("consent-granted", person, "\"purpose\": \"JOB_MATCHING\", \"version\": 1, \"grantedOn\": \"2026-09-01\"");
        await().atMost(SOON).untilAsserted(() -> Story.states(person, profile).statusCode(200));
        assertThat(candidates()).contains(Story.workerId(person));

        told("consent-revoked", person, "\"purpose\": \"JOB_MATCHING\", \"revokedOn\": \"2026-09-01\"");

        await().atMost(SOON)
                .untilAsserted(
                        () -> as(person.token()).get("/workers/me").then().body("consent", equalTo(false)));
        assertThat(candidates()).doesNotContain(Story.workerId(person));
        as(person.token())
                .get("/workers/me/recommendations")
                .then()
                .statusCode(422)
                .body("errors.code", contains("CONSENT_MISSING"));
    }

    @Test
    void whoever_has_died_is_shown_to_nobody_whatever_they_consented_to() {
        var person = Story.person();
        told("consent-granted", person, "\"purpose\": \"JOB_MATCHING\", \"version\": 1, \"grantedOn\": \"2026-09-01\"");
        await().atMost(SOON).untilAsserted(() -> Story.states(person, profile).statusCode(200));
        assertThat(candidates()).contains(Story.workerId(person));

        told("person-deceased", person, "\"diedOn\": \"2026-08-30\", \"recordedOn\": \"2026-09-01\"");

        await().atMost(SOON).untilAsserted(() -> assertThat(candidates()).doesNotContain(Story.workerId(person)));
        Story.states(person, profile).statusCode(422).body("errors.code", contains("CONSENT_MISSING"));
    }

    @Test
    void another_consent_is_none() {
        var person = Story.person();
        Story.execute("insert into consent values (?, 'STATEMENT_AT_TERMINAL', 1, date '2026-09-01')", person.id());
        Story.states(person, profile).statusCode(422);
    }

    @Test
    void while_an_event_of_the_person_is_parked_the_consent_does_not_count() {
        var worker = Story.worker(work);
        var id = Story.workerId(worker);
        assertThat(candidates()).contains(id);

        told("consent-revoked", worker, "no JSON".getBytes(UTF_8));

        await().atMost(SOON).untilAsserted(() -> assertThat(candidates()).doesNotContain(id));
        Story.accepts(worker, gig).then().statusCode(422).body("errors.code", contains("CONSENT_MISSING"));
    }

    @Test
    void who_switches_recommendations_off_gets_none_and_is_not_recommended() {
        var worker = Story.worker(work);
        var id = Story.workerId(worker);
        as(worker.token())
                .body("{\"on\": false}")
                .put("/workers/me/recommendation-switch")
                .then()
                .statusCode(200);

        as(worker.token())
                .get("/workers/me/recommendations")
                .then()
                .statusCode(200)
                .body("on", equalTo(false))
                .body("recommendations", empty());
        assertThat(candidates()).doesNotContain(id);

        as(worker.token())
                .body("{\"on\": true}")
                .put("/workers/me/recommendation-switch")
                .then()
                .statusCode(200);
        assertThat(candidates()).contains(id);
    }

    @Test
    void a_candidate_is_shown_by_what_was_consented_alone() {
        var worker = Story.worker(work);
        var answer =
                as(company).get("/gigs/" + gig + "/candidates?limit=50").then().statusCode(200);
        answer.body("candidates.workerId", hasItem(Story.workerId(worker)))
                .body("candidates.distanceKilometres", hasItem(3));
        var text = answer.extract().asString();
        assertThat(text)
                .doesNotContain(worker.id().toString())
                .doesNotContain("36.7068")
                .doesNotContain("119.1617");
    }

    @Test
    void who_goes_a_short_way_is_a_candidate_next_door() {
        var worker = Story.worker(work);
        Story.states(worker, Story.profile(work, "36.7250", "119.1617").replace("10000", "200"))
                .statusCode(200);
        assertThat(candidates()).contains(Story.workerId(worker));
    }

    @Test
    void who_is_engaged_on_the_days_is_neither_recommended_nor_recommended_to() {
        var worker = Story.worker(work);
        var other = Story.posted(company, Story.today(), 1);
        Story.accepts(worker, other).then().statusCode(201);

        assertThat(candidates()).doesNotContain(Story.workerId(worker));
        as(worker.token())
                .get("/workers/me/recommendations?limit=50")
                .then()
                .statusCode(200)
                .body("recommendations.gig.gigId", not(hasItem(gig)));
    }

    @Test
    void the_better_fit_comes_first_and_the_score_is_the_product_of_its_factors() {
        var worker = Story.worker(work);
        var near = as(worker.token())
                .get("/workers/me/recommendations?limit=50")
                .then()
                .statusCode(200);
        List<String> scores = near.extract().path("recommendations.score");
        assertThat(scores).isSortedAccordingTo((a, b) -> b.compareTo(a));
        List<String> values = near.extract().path("recommendations[0].factors.value");
        var product = values.stream().map(BigDecimal::new).reduce(BigDecimal.ONE, BigDecimal::multiply);
        assertThat(new BigDecimal(scores.getFirst())).isCloseTo(product, within("0.0003"));
        near.body("recommendations[0].factors.factor", contains("SKILL", "DISTANCE", "PAY", "DAYS", "RELIABILITY"))
                .body("recommendations[0].factors[0].en", containsString(work));
    }

    private static Offset<BigDecimal> within(String most) {
        return Offset.offset(new BigDecimal(most));
    }

    @Test
    void the_committed_examples_of_enrollment_are_understood() {
        var person = new Story.Person(UUID.fromString("01992f3c-5a00-7c1e-8b1f-6d2a4c9e0b11"), "nobody");
        for (var event : List.of("person-registered", "person-area-added", "consent-granted")) {
            told(event, person, Schemas.example("enrollment", event));
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(TestDatabase.query("""
                        select (select count(*) from login where person_id = p.id) as logins,
                               (select string_agg(place, ' ') from person_area where person_id = p.id) as areas,
                               (select string_agg(purpose, ' ') from consent where person_id = p.id) as consents
                        from (select cast(? as uuid) as id) p""", person.id()))
                        .hasToString("[{logins=1, areas=370702, consents=STATEMENT_AT_TERMINAL}]"));
        told("consent-revoked", person, Schemas.example("enrollment", "consent-revoked"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                TestDatabase.number("select count(*) from consent where person_id = ?", person.id()))
                        .isZero());
        told("person-merged", person, Schemas.example("enrollment", "person-merged"));
        var survivor = UUID.fromString("01992f3c-5a00-7c1e-8b1f-6d2a4c9e0b22");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                TestDatabase.number("select count(*) from login where person_id = ?", survivor))
                        .isEqualTo(1));
        assertThat(TestDatabase.number(
                        "select count(*) from parked_message where key = ?",
                        person.id().toString()))
                .isZero();
    }

    @Test
    void what_was_stated_and_done_by_who_was_merged_is_the_survivors() {
        var merged = Story.worker(work);
        var engagement = Story.accepted(merged, gig);
        var survivor = Story.person();
        mergedInto(merged, survivor);
        await().atMost(SOON)
                .untilAsserted(() -> as(merged.token())
                        .get("/engagements/" + engagement)
                        .then()
                        .statusCode(200));
        assertThat(TestDatabase.query(
                        "select (select person_id from engagement where engagement_id = cast(? as uuid)) as whose, "
                                + "(select count(*) from worker where person_id = ?) as workers",
                        engagement,
                        merged.id()))
                .containsExactly(Map.of("whose", survivor.id(), "workers", 0L));
    }

    @Test
    void where_both_had_stated_something_the_survivors_word_holds() {
        var merged = Story.worker(work);
        var engagement = Story.accepted(merged, gig);
        var survivor = Story.worker(work);
        mergedInto(merged, survivor);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(TestDatabase.query(
                                "select person_id from engagement where engagement_id = cast(? as uuid)", engagement))
                        .containsExactly(Map.of("person_id", survivor.id())));
        var still = "select count(*) from worker where person_id = ? and recommendations";
        assertThat(TestDatabase.number(still, merged.id())).isZero();
    }

    private static void mergedInto(Story.Person merged, Story.Person survivor) {
        told("person-merged", merged, """
                {"personId": "%s", "survivorId": "%s", "mergedOn": "2026-09-01"}""".formatted(merged.id(), survivor.id()).getBytes(UTF_8));
    }
}
