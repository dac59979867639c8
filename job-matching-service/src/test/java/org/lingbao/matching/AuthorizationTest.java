package org.lingbao.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.walk.Matrix;
import org.lingbao.local.walk.Walk;
import org.lingbao.local.walk.World;
import org.lingbao.matching.story.Story;

/** Every caller at every door, as {@code contracts/authorization.yaml} has it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AuthorizationTest {

    @Test
    void without_a_good_token_nobody_gets_in() {
        assertThat(walk().withoutAGoodToken()).isEmpty();
    }

    @Test
    void every_caller_hears_what_the_matrix_says() {
        assertThat(walk().asEveryCaller()).isEmpty();
    }

    private static Walk walk() {
        return new Walk(Matrix.of(Walk.contracts()), "job-matching", RestAssured.port, AuthorizationTest::world);
    }

    /** A company that offers a gig at an inn, somebody who takes it, and another of each. */
    private static World world() {
        var company = Story.company();
        var worker = Story.worker();
        var world = new World();
        return world.thing("innId", Story::inn)
                .thing("gigId", () -> Story.postedAt(company, world.value("innId")))
                .thing("engagementId", () -> Story.accepted(worker, world.value("gigId")))
                .thing("engagedGig", () -> {
                    var unused = world.value("engagementId");
                    return world.value("gigId");
                })
                .word("jobCode", () -> Story.code(company, world.value("gigId"), "IN"))
                .word("most", () -> {
                    var unused = world.value("gigId");
                    return "50";
                })
                .word("employer", () -> "{\"name\": \"潍坊保洁有限公司\", \"contact\": \"05360000000\"}")
                .word("employer@citizen", () -> "{}")
                .word("today", () -> Story.today().toString())
                .word("id", () -> "999999999")
                .employers(() -> company, Story::companyToken)
                .citizens(worker::token, () -> Story.worker().token());
    }
}
