package org.lingbao.matching.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.matching.story.Story;

/** Many want the same at once. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ThirtyTwoThreadsTest {
    private static final int THREADS = 32;
    private static final int PLACES = 5;

    private static List<Response> atOnce(List<Callable<Response>> tries)
            throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var running = tries.stream()
                    .map(attempt -> threads.submit(() -> {
                        start.await();
                        return attempt.call();
                    }))
                    .toList();
            start.countDown();
            var answers = new ArrayList<Response>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private static List<String> codesOf(Response answer) {
        return answer.statusCode() == 201 ? List.of() : answer.jsonPath().getList("errors.code", String.class);
    }

    @Test
    void of_thirty_two_who_accept_five_get_a_place_and_the_others_hear_that_it_is_full() throws Exception {
        var gig = Story.posted(Story.company(), Story.today(), PLACES);
        var tries = Stream.generate(Story::worker)
                .limit(THREADS)
                .<Callable<Response>>map(worker -> () -> Story.accepts(worker, gig))
                .toList();

        var answers = atOnce(tries);

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(PLACES);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 201)
                .hasSize(THREADS - PLACES)
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(422);
                    assertThat(codesOf(answer)).containsExactly("GIG_FULL");
                });
        assertThat(TestDatabase.number("select taken from gig where gig_id = ?", UUID.fromString(gig)))
                .isEqualTo(PLACES);
        assertThat(TestDatabase.number("select count(*) from engagement where gig_id = ?", UUID.fromString(gig)))
                .isEqualTo(PLACES);
    }

    @Test
    void one_worker_who_accepts_many_gigs_of_one_day_gets_one() throws Exception {
        var company = Story.company();
        var worker = Story.worker();
        var tries = Stream.generate(() -> Story.posted(company, Story.today(), 1))
                .limit(8)
                .<Callable<Response>>map(gig -> () -> Story.accepts(worker, gig))
                .toList();

        var answers = atOnce(tries);

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 201)
                .allSatisfy(answer -> assertThat(codesOf(answer)).containsExactly("ENGAGEMENT_OVERLAP"));
    }

    @Test
    void one_request_that_is_sent_many_times_takes_one_place_and_is_told_the_same() throws Exception {
        var gig = Story.posted(Story.company(), Story.today(), 3);
        var worker = Story.worker();
        Callable<Response> attempt =
                () -> Story.as(worker.token()).header("Idempotency-Key", "once").post("/gigs/" + gig + "/engagements");

        var answers = atOnce(Collections.nCopies(8, attempt));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(answers).extracting(answer -> answer.path("engagementId")).containsOnly((Object)
                answers.getFirst().path("engagementId"));
        assertThat(TestDatabase.number("select taken from gig where gig_id = ?", UUID.fromString(gig)))
                .isEqualTo(1);
    }

    @Test
    void of_many_hires_of_one_engagement_one_counts() throws Exception {
        var company = Story.company();
        var gig = Story.posted(company, Story.today(), 1);
        var worker = Story.worker();
        var engagement = Story.accepted(worker, gig);
        var came = Story.scans(worker, engagement, "check-in", Story.code(company, gig, "IN"));
        assertThat(came.extract().statusCode()).isEqualTo(200);
        var body = "{\"startsOn\": \"" + Story.today() + "\"}";
        Callable<Response> attempt = () -> Story.opens(company, "/engagements/" + engagement + "/hire", body);

        var answers = atOnce(Collections.nCopies(THREADS, attempt));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(TestDatabase.number(
                        "select count(*) from outbox where type = 'matching.hired.v1' and aggregateid = ?",
                        worker.id()))
                .isLessThanOrEqualTo(1);
        assertThat(TestDatabase.number(
                        "select count(*) from hire where engagement_id = ?", UUID.fromString(engagement)))
                .isEqualTo(1);
    }
}
