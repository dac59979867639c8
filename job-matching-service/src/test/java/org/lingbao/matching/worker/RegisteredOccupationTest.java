package org.lingbao.matching.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lingbao.matching.story.Story.as;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTopics;
import org.lingbao.matching.story.Story;

/** The occupation by which a person is registered as employed counts among what they can do (就业登记). */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RegisteredOccupationTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String CODE = "4-02-07-10";

    @Inject
    ObjectMapper json;

    @Test
    void a_gig_that_names_the_code_fits_and_the_reason_says_so() throws IOException {
        var work = Story.rare();
        var worker = Story.worker(work);
        var gig = Story.posted(Story.company(), CODE, Story.today(), 1);
        assertThat(skillOf(worker, gig)).isNotEqualTo("1.0000");

        registered(worker, CODE);

        assertThat(skillOf(worker, gig)).isEqualTo("1.0000");
    }

    @Test
    void an_employer_is_not_told_the_registered_occupation_of_a_candidate() throws IOException {
        var work = Story.rare();
        var worker = Story.worker(work);
        var company = Story.company();
        var gig = Story.posted(company, CODE, Story.today(), 1);
        registered(worker, CODE);

        List<Map<String, Object>> candidates = as(company)
                .get("/gigs/" + gig + "/candidates?limit=50")
                .then()
                .statusCode(200)
                .extract()
                .path("candidates");

        assertThat(candidates)
                .filteredOn(one -> Story.workerId(worker).equals(one.get("workerId")))
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("occupations", List.of(work)));
    }

    @Test
    void a_later_registration_takes_the_place_of_the_earlier() throws IOException {
        var worker = Story.person();
        registered(worker, CODE);
        registered(worker, "4-02-07-08");

        assertThat(TestDatabase.query("select occupation from registered_occupation where person_id = ?", worker.id()))
                .containsExactly(Map.of("occupation", "4-02-07-08"));
    }

    private static String skillOf(Story.Person worker, String gig) {
        return as(worker.token())
                .get("/workers/me/recommendations?limit=50")
                .then()
                .statusCode(200)
                .extract()
                .path("recommendations.find { it.gig.gigId == '" + gig
                        + "' }.factors.find { it.factor == 'SKILL' }.value");
    }

    /** As the committed example tells it, of this person. */
    private void registered(Story.Person person, String occupation) throws IOException {
        var event = (ObjectNode) json.readTree(Schemas.example("enrollment", "employment-registered"));
        var body = event.put("personId", person.id().toString())
                .put("registrationId", UUID.randomUUID().toString())
                .put("occupation", occupation);
        TestTopics.send(
                "enrollment.person",
                person.id().toString(),
                body.toString().getBytes(UTF_8),
                Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        "enrollment.employment-registered.v1",
                        "ce_source",
                        "/enrollment",
                        "ce_specversion",
                        "1.0"));
        await().atMost(SOON)
                .until(() -> TestDatabase.number(
                                "select count(*) from registered_occupation where person_id = ? and occupation = ?",
                                person.id(),
                                occupation)
                        == 1);
    }
}
