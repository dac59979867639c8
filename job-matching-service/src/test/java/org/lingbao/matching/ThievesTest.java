package org.lingbao.matching;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.lingbao.matching.story.Story.as;
import static org.lingbao.matching.story.Story.opens;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.matching.story.Story;

/** Thieves: what is somebody else's is not there. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ThievesTest {
    private static final List<String> STEPS =
            List.of("completion", "payment", "no-show", "cancellation", "hire", "check-in", "check-out");

    private String company;
    private String gig;
    private Story.Person worker;
    private String engagement;

    @BeforeEach
    void begin() {
        company = Story.company();
        gig = Story.posted(company, Story.today(), 2);
        worker = Story.worker();
        engagement = Story.accepted(worker, gig);
    }

    private static String body(String step) {
        return switch (step) {
            case "payment" -> "{\"amount\": \"1.00\", \"how\": \"CASH\"}";
            case "hire" -> "{\"startsOn\": \"" + Story.today() + "\"}";
            case "check-in", "check-out" -> "{\"code\": \"x\"}";
            default -> "{}";
        };
    }

    @Test
    void nobody_acts_on_or_sees_an_engagement_of_others() {
        for (var stranger : List.of(
                Story.company(), Story.worker().token(), Story.household().token())) {
            as(stranger).get("/engagements/" + engagement).then().statusCode(404);
            as(stranger).get("/gigs/" + gig + "/candidates").then().statusCode(404);
            as(stranger).get("/engagements?gigId=" + gig).then().statusCode(200).body("engagements", empty());
            for (var step : STEPS) {
                var status = opens(stranger, "/engagements/" + engagement + "/" + step, body(step))
                        .statusCode();
                assertThat(status).as(step).isIn(403, 404);
            }
        }
        assertThat(TestDatabase.query("select state from engagement where engagement_id = cast(? as uuid)", engagement))
                .hasToString("[{state=ACCEPTED}]");
    }

    @Test
    void the_worker_does_not_act_as_the_employer_nor_the_employer_as_the_worker() {
        for (var step : List.of("completion", "payment", "no-show", "hire")) {
            opens(worker.token(), "/engagements/" + engagement + "/" + step, body(step))
                    .then()
                    .statusCode(404);
        }
        for (var step : List.of("check-in", "check-out")) {
            opens(company, "/engagements/" + engagement + "/" + step, body(step))
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void a_clerk_of_the_workers_area_looks_and_is_written_down_and_others_see_nothing() {
        as(TestTokens.of(Story.CLERK)).get("/engagements/" + engagement).then().statusCode(200);
        as(TestTokens.of(Story.CLERK_OF_QINGDAO))
                .get("/engagements/" + engagement)
                .then()
                .statusCode(404);
        as(TestTokens.of("auditor")).get("/engagements/" + engagement).then().statusCode(200);
        assertThat(TestDatabase.number(
                        "select count(*) from audit where action = 'engagement.read' and subject_id = ?", worker.id()))
                .isEqualTo(2);
    }

    @Test
    void what_needs_a_login_has_it_and_what_needs_a_role_has_that() {
        for (var path :
                List.of("/workers/me", "/workers/me/recommendations", "/engagements", "/gigs/mine", "/employers/me")) {
            given().get(path).then().statusCode(401);
            as(TestTokens.mint("chen.employer").audience("somebody-else").token())
                    .get(path)
                    .then()
                    .statusCode(401);
            as(TestTokens.of("terminal-370702-0001")).get(path).then().statusCode(403);
        }
        opens(company, "/gigs/" + gig + "/engagements", "").then().statusCode(403);
        opens(worker.token(), "/inns", "{}").then().statusCode(403);
        as(company).get("/workers/me").then().statusCode(403);
    }

    @Test
    void nobody_accepts_a_gig_of_their_own() {
        var household = Story.household();
        Story.consents(household);
        Story.states(household, Story.profile("保洁", "36.7068", "119.1617")).statusCode(200);
        var own = Story.posted(household.token(), Story.today(), 1);

        var answer = Story.accepts(household, own);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.code")).hasToString("[OWN_GIG]");
    }
}
