package org.lingbao.matching.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.matching.story.Story.accepted;
import static org.lingbao.matching.story.Story.as;
import static org.lingbao.matching.story.Story.code;
import static org.lingbao.matching.story.Story.scans;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.matching.jobcode.Codes;
import org.lingbao.matching.jobcode.JobCode;
import org.lingbao.matching.story.Story;

/** Job codes, scanned rightly and otherwise. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ScanTest {
    private String company;
    private String gig;
    private Story.Person worker;
    private String engagement;

    @BeforeEach
    void begin() {
        company = Story.company();
        gig = Story.posted(company, Story.today(), 3);
        worker = Story.worker();
        engagement = accepted(worker, gig);
    }

    @Test
    void the_same_scan_again_changes_nothing() {
        var code = code(company, gig, "IN");
        scans(worker, engagement, "check-in", code).statusCode(200).body("state", equalTo("CHECKED_IN"));

        scans(worker, engagement, "check-in", code).statusCode(200).body("state", equalTo("CHECKED_IN"));

        assertThat(TestDatabase.number(
                        "select count(*) from outbox where type = 'matching.engagement-started.v1' and aggregateid = ?",
                        UUID.fromString(engagement)))
                .isLessThanOrEqualTo(1);
        scans(worker, engagement, "check-in", code(company, gig, "IN"))
                .statusCode(422)
                .body("errors.code", contains("ENGAGEMENT_NOT_NOW"));
    }

    @Test
    void several_workers_of_a_gig_scan_the_code_that_is_shown_each_for_themselves() {
        var code = code(company, gig, "IN");
        var second = Story.worker();
        var other = accepted(second, gig);

        scans(worker, engagement, "check-in", code).statusCode(200);
        scans(second, other, "check-in", code).statusCode(200);
        scans(second, engagement, "check-in", code).statusCode(404);
    }

    @Test
    void a_copy_of_a_code_for_one_engagement_is_worth_nothing_to_somebody_else() {
        String code = as(company)
                .body("{\"use\": \"IN\", \"engagementId\": \"%s\"}".formatted(engagement))
                .post("/job-codes")
                .then()
                .statusCode(200)
                .extract()
                .path("code");
        var thief = Story.worker();
        var other = accepted(thief, gig);

        scans(thief, other, "check-in", code).statusCode(422).body("errors.code", contains("JOB_CODE_FOR_OTHER_WORK"));
        scans(worker, engagement, "check-in", code).statusCode(200);
    }

    @Test
    void a_refusal_lists_every_reason() {
        var elsewhere = UUID.fromString(Story.posted(company, Story.today(), 1));

        scans(worker, engagement, "check-out", Codes.expired(JobCode.Use.IN, elsewhere))
                .statusCode(422)
                .body(
                        "errors.code",
                        contains(
                                "JOB_CODE_EXPIRED",
                                "JOB_CODE_FOR_OTHER_USE",
                                "JOB_CODE_FOR_OTHER_WORK",
                                "ENGAGEMENT_NOT_NOW"));
    }

    @Test
    void an_old_a_forged_or_a_foreign_code_opens_nothing() {
        var id = UUID.fromString(gig);
        scans(worker, engagement, "check-in", Codes.expired(JobCode.Use.IN, id))
                .statusCode(422)
                .body("errors.code", contains("JOB_CODE_EXPIRED"));
        scans(worker, engagement, "check-in", Codes.forged(JobCode.Use.IN, id))
                .statusCode(422)
                .body("errors.code", contains("JOB_CODE_NOT_SIGNED"));
        scans(worker, engagement, "check-in", Codes.ofAnotherCell(JobCode.Use.IN, id))
                .statusCode(422)
                .body("errors.code", contains("JOB_CODE_NOT_SIGNED"));
        scans(worker, engagement, "check-in", "nonsense")
                .statusCode(422)
                .body("errors.code", contains("JOB_CODE_UNREADABLE"));
        scans(worker, engagement, "check-in", TestTokens.of("operator"))
                .statusCode(422)
                .body("errors.code", contains("JOB_CODE_UNREADABLE"));
    }

    @Test
    void nobody_comes_before_the_first_day() {
        var later = Story.posted(company, Story.today().plusDays(3), 1);
        var early = Story.accepted(worker, later);

        scans(worker, early, "check-in", code(company, later, "IN"))
                .statusCode(422)
                .body("errors.code", contains("CHECK_IN_TOO_EARLY"));
    }

    @Test
    void only_the_employer_and_clerks_of_the_inn_show_a_code() {
        var request = "{\"use\": \"IN\", \"gigId\": \"%s\"}".formatted(gig);
        for (var stranger : new String[] {
            Story.companyToken(), worker.token(), TestTokens.of(Story.CLERK), TestTokens.of(Story.CLERK_OF_QINGDAO)
        }) {
            as(stranger).body(request).post("/job-codes").then().statusCode(404);
        }
        as(company)
                .body("{\"use\": \"IN\"}")
                .post("/job-codes")
                .then()
                .statusCode(400)
                .body("errors.code", contains("CONSTRAINT"));
    }
}
