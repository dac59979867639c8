package org.lingbao.matching.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.matching.story.Story.accepted;
import static org.lingbao.matching.story.Story.acts;
import static org.lingbao.matching.story.Story.as;
import static org.lingbao.matching.story.Story.code;
import static org.lingbao.matching.story.Story.opens;
import static org.lingbao.matching.story.Story.scans;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.matching.story.Story;

/** What both sides do with an engagement. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EngagementTest {
    private String company;

    @BeforeEach
    void begin() {
        company = Story.company();
    }

    @Test
    void a_place_that_is_given_back_is_free_again() {
        var gig = Story.posted(company, Story.today(), 1);
        var first = Story.worker();
        var engagement = accepted(first, gig);
        var second = Story.worker();
        Story.accepts(second, gig).then().statusCode(422).body("errors.code", contains("GIG_FULL"));

        acts(first.token(), engagement, "cancellation").statusCode(200).body("state", equalTo("CANCELLED_BY_WORKER"));

        var next = accepted(second, gig);
        acts(company, next, "cancellation").statusCode(200).body("state", equalTo("CANCELLED_BY_EMPLOYER"));
        acts(company, next, "cancellation").statusCode(422).body("errors.code", contains("ENGAGEMENT_NOT_NOW"));
        assertThat(TestDatabase.number("select taken from gig where gig_id = ?", UUID.fromString(gig)))
                .isZero();
        Story.accepts(first, gig).then().statusCode(201);
    }

    @Test
    void who_does_not_come_is_noted_after_the_first_day() {
        var gig = Story.posted(company, Story.today(), 1);
        var worker = Story.worker();
        var engagement = accepted(worker, gig);
        acts(company, engagement, "no-show").statusCode(422).body("errors.code", contains("NO_SHOW_TOO_EARLY"));

        Story.dayIs(Story.today().plusDays(1));

        scans(worker, engagement, "check-in", code(company, gig, "IN"))
                .statusCode(422)
                .body("errors.code", contains("CHECK_IN_TOO_LATE"));
        acts(company, engagement, "no-show").statusCode(200).body("state", equalTo("NO_SHOW"));
    }

    @Test
    void a_household_does_not_hire() {
        var household = Story.household();
        var gig = Story.posted(household.token(), Story.today(), 1);
        var worker = Story.worker();
        var engagement = accepted(worker, gig);
        var before = "{\"startsOn\": \"" + Story.today().minusDays(1) + "\"}";

        opens(household.token(), "/engagements/" + engagement + "/hire", before)
                .then()
                .statusCode(422)
                .body("errors.code", contains("HIRE_NOT_BY_HOUSEHOLD", "HIRE_BEFORE_WORK", "HIRE_STARTS_TOO_EARLY"));
    }

    @Test
    void the_same_hire_sent_again_is_told_the_same() {
        var gig = Story.posted(company, Story.today(), 1);
        var worker = Story.worker();
        var engagement = accepted(worker, gig);
        scans(worker, engagement, "check-in", code(company, gig, "IN")).statusCode(200);
        var request = as(company)
                .header("Idempotency-Key", "hire-" + engagement)
                .body("{\"startsOn\": \"" + Story.today() + "\"}");

        var first = request.post("/engagements/" + engagement + "/hire")
                .then()
                .statusCode(201)
                .extract();
        var again = request.post("/engagements/" + engagement + "/hire")
                .then()
                .statusCode(201)
                .extract();

        assertThat(again.<String>path("hire.hireId")).isEqualTo(first.path("hire.hireId"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void a_hire_that_fails_at_its_end_leaves_neither_row_nor_event() {
        var gig = Story.posted(company, Story.today(), 1);
        var worker = Story.worker();
        var engagement = accepted(worker, gig);
        scans(worker, engagement, "check-in", code(company, gig, "IN")).statusCode(200);
        Story.execute("""
                create function refuse_commit() returns trigger language plpgsql
                as $$ begin raise exception 'no'; end $$""");
        Story.execute("""
                create constraint trigger refuse_hire after insert on hire deferrable initially deferred
                for each row execute function refuse_commit()""");
        try {
            opens(company, "/engagements/" + engagement + "/hire", "{\"startsOn\": \"" + Story.today() + "\"}")
                    .then()
                    .statusCode(500);
        } finally {
            Story.execute("drop trigger refuse_hire on hire");
            Story.execute("drop function refuse_commit()");
        }
        assertThat(TestDatabase.query("""
                        select (select count(*) from hire where engagement_id = cast(? as uuid)) as hires,
                               (select count(*) from outbox where aggregateid = ?) as events""", engagement, worker.id()))
                .isEqualTo(List.of(Map.of("hires", 0L, "events", 0L)));
    }

    @Test
    void both_sides_list_theirs_in_pages_the_latest_first() {
        var worker = Story.worker();
        var made = new ArrayList<String>();
        for (var days = 0; days < 3; days++) {
            made.addFirst(accepted(worker, Story.posted(company, Story.today().plusDays(days), 1)));
        }
        var first = as(worker.token())
                .get("/engagements?limit=2")
                .then()
                .statusCode(200)
                .extract();
        List<String> seen = new ArrayList<>(first.<List<String>>path("engagements.engagementId"));
        seen.addAll(as(worker.token())
                .get("/engagements?limit=2&after=" + first.path("next"))
                .then()
                .statusCode(200)
                .body("next", equalTo(null))
                .extract()
                .path("engagements.engagementId"));

        assertThat(seen).isEqualTo(made);
        assertThat(as(company).get("/engagements").then().extract().<List<String>>path("engagements.engagementId"))
                .isEqualTo(made);
    }
}
