package org.lingbao.matching.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.lingbao.matching.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTopics;
import org.lingbao.matching.story.Story;

/** Whose death was recorded by mistake is shown again, by what they consented to and nothing else. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DeathWithdrawnTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String DIED = "\"diedOn\": \"2026-08-30\", \"recordedOn\": \"2026-09-01\"";
    private static final String WITHDRAWN = "\"diedOn\": \"2026-08-30\", \"withdrawnOn\": \"2026-09-01\"";

    private final String work = Story.rare();
    private Story.Person worker;
    private String company;
    private String gig;

    @BeforeEach
    void begin() {
        worker = Story.worker(work);
        company = Story.company();
        gig = Story.posted(company, work, Story.today(), 1);
    }

    @Test
    void who_lives_is_a_candidate_again_as_often_as_it_is_told() {
        assertThat(candidates()).contains(Story.workerId(worker));
        heard(sent("person-deceased", DIED));
        assertThat(candidates()).doesNotContain(Story.workerId(worker));

        told("person-death-withdrawn", WITHDRAWN);
        heard(sent("person-death-withdrawn", WITHDRAWN));

        assertThat(candidates()).contains(Story.workerId(worker));
    }

    @Test
    void a_consent_that_was_revoked_meanwhile_is_none() {
        told("person-deceased", DIED);
        told("consent-revoked", "\"purpose\": \"JOB_MATCHING\", \"revokedOn\": \"2026-09-01\"");
        heard(sent("person-death-withdrawn", WITHDRAWN));

        assertThat(candidates()).doesNotContain(Story.workerId(worker));
        Story.accepts(worker, gig).then().statusCode(422).body("errors.code", contains("CONSENT_MISSING"));
    }

    @Test
    void who_really_dies_later_is_shown_to_nobody() {
        told("person-deceased", DIED);
        told("person-death-withdrawn", WITHDRAWN);
        heard(sent("person-deceased", "\"diedOn\": \"2026-09-01\", \"recordedOn\": \"2026-09-01\""));

        assertThat(candidates()).doesNotContain(Story.workerId(worker));
    }

    private void told(String event, String fields) {
        send(UUID.randomUUID(), event, fields);
    }

    /** Its message. */
    private UUID sent(String event, String fields) {
        var message = UUID.randomUUID();
        send(message, event, fields);
        return message;
    }

    private void send(UUID message, String event, String fields) {
        TestTopics.send(
                "enrollment.person",
                worker.id().toString(),
                "{\"personId\": \"%s\", %s}".formatted(worker.id(), fields).getBytes(UTF_8),
                Map.of("ce_id", message.toString(), "ce_type", "enrollment." + event + ".v1"));
    }

    private static void heard(UUID message) {
        await().atMost(SOON)
                .until(() -> TestDatabase.number("select count(*) from inbox where message_id = ?", message) > 0);
    }

    private List<String> candidates() {
        return as(company)
                .get("/gigs/" + gig + "/candidates?limit=50")
                .then()
                .statusCode(200)
                .extract()
                .path("candidates.workerId");
    }
}
