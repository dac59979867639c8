package org.lingbao.matching.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.matching.story.Story.accepted;
import static org.lingbao.matching.story.Story.acts;
import static org.lingbao.matching.story.Story.as;
import static org.lingbao.matching.story.Story.code;
import static org.lingbao.matching.story.Story.opens;
import static org.lingbao.matching.story.Story.scans;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;
import org.lingbao.matching.story.Story;

/** The whole way, from an inn to a hire. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class JourneyTest {

    @Test
    void a_household_posts_at_an_inn_and_a_worker_is_recommended_comes_leaves_and_is_paid() {
        var today = Story.today();
        var work = Story.rare();
        String inn = opens(TestTokens.of(Story.CLERK), "/inns", """
                        {"name": "奎文零工客栈", "place": "370705", "address": "胜利东街", "position": {"lat": 36.71, "lon": 119.16},
                         "opens": "07:00", "closes": "18:00"}""")
                .then()
                .statusCode(201)
                .extract()
                .path("innId");
        var household = Story.household();
        String gig = opens(household.token(), "/gigs", Story.gig("家庭保洁", work, today, 1, inn))
                .then()
                .statusCode(201)
                .body("status", equalTo("OPEN"))
                .body("employer.kind", equalTo("HOUSEHOLD"))
                .body("employer.name", nullValue())
                .extract()
                .path("gigId");
        var worker = Story.worker(work);
        as(worker.token())
                .get("/workers/me/recommendations?limit=50")
                .then()
                .statusCode(200)
                .body("recommendations.gig.gigId", hasItem(gig))
                .body("recommendations[0].factors", hasSize(5));
        as(household.token())
                .get("/gigs/" + gig + "/candidates?limit=50")
                .then()
                .statusCode(200)
                .body("candidates.workerId", hasItem(Story.workerId(worker)));

        var engagement = accepted(worker, gig);
        scans(worker, engagement, "check-in", code(household.token(), gig, "IN"))
                .statusCode(200)
                .body("state", equalTo("CHECKED_IN"));
        scans(worker, engagement, "check-out", code(TestTokens.of(Story.CLERK), gig, "OUT"))
                .statusCode(200)
                .body("state", equalTo("CHECKED_OUT"));
        acts(household.token(), engagement, "completion").statusCode(200).body("state", equalTo("COMPLETED"));
        as(household.token())
                .body("{\"amount\": \"200.00\", \"how\": \"WECHAT\", \"proof\": \"转账单 8813\"}")
                .post("/engagements/" + engagement + "/payment")
                .then()
                .statusCode(200)
                .body("state", equalTo("PAID"))
                .body("payment.amount", equalTo("200.00"));

        as(worker.token())
                .get("/engagements/" + engagement)
                .then()
                .statusCode(200)
                .body("payment.proof", equalTo("转账单 8813"))
                .body("position.lat", equalTo(36.7248f));
        acts(household.token(), engagement, "completion").statusCode(422);
        var told = TestTopics.awaitKey("matching.engagement", engagement, 2);
        assertThat(Schemas.complaints(
                        "matching", "engagement-started", told.get(0).text()))
                .isEmpty();
        assertThat(Schemas.complaints(
                        "matching", "engagement-completed", told.get(1).text()))
                .isEmpty();
        var posted = TestTopics.awaitKey("matching.gig", gig, 1);
        assertThat(Schemas.complaints(
                        "matching", "gig-posted", posted.getFirst().text()))
                .isEmpty();
    }

    @Test
    void a_company_hires_whom_it_tried_once() {
        var company = Story.company();
        var gig = Story.posted(company, Story.today(), 1);
        var worker = Story.worker();
        var engagement = accepted(worker, gig);
        var hire = "/engagements/" + engagement + "/hire";
        var body = "{\"startsOn\": \"" + Story.today().plusDays(10) + "\"}";
        opens(company, hire, body).then().statusCode(422).body("errors.code", hasItem("HIRE_BEFORE_WORK"));
        scans(worker, engagement, "check-in", code(company, gig, "IN")).statusCode(200);

        opens(company, hire, body).then().statusCode(201).body("hire.hireId", notNullValue());

        opens(company, hire, body).then().statusCode(422).body("errors.code", hasItem("ALREADY_HIRED"));
        var told = TestTopics.awaitKey("matching.person", worker.id().toString(), 1);
        assertThat(told).singleElement().satisfies(message -> {
            assertThat(Schemas.complaints("matching", "hired", message.text())).isEmpty();
            assertThat(message.text()).contains("\"place\":\"370700\"").contains(engagement);
        });
    }
}
