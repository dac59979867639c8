package org.lingbao.transfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.lingbao.transfer.story.Story.as;
import static org.lingbao.transfer.story.Story.clerk;
import static org.lingbao.transfer.story.Story.insured;
import static org.lingbao.transfer.story.Story.transferOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.transfer.exchange.Verdict;
import org.lingbao.transfer.story.EnrollmentStandIn;
import org.lingbao.transfer.story.NothingWaits;
import org.lingbao.transfer.story.Story;

/** What clerks have to do, and what ends it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(EnrollmentStandIn.class)
class WorkListTest implements NothingWaits {
    private static final Verdict NOBODY = new Verdict.Rejected(List.of("TRANSFER_PERSON_NOT_FOUND"));

    @Inject
    PostOffice post;

    @Inject
    BeginDay beginDay;

    private UUID returned() {
        var id = transferOf(insured());
        post.hear(post.written(id).getFirst(), NOBODY);
        return id;
    }

    private static List<String> openTasks(String clerk) {
        var found = new ArrayList<String>();
        String next = null;
        do {
            var page = as(TestTokens.of(clerk))
                    .get("/transfers/tasks?limit=2" + (next == null ? "" : "&after=" + next))
                    .then()
                    .statusCode(200)
                    .extract();
            var added = found.addAll(page.path("tasks.collect { it.transferId + ' ' + it.task }"));
            assertThat(added || found.isEmpty()).isTrue();
            next = page.path("next");
        } while (next != null);
        return found;
    }

    /** The case was received so long ago that every deadline of it is over. */
    private static void age(UUID id) {
        assertThat(TestDatabase.execute("""
                        update transfer_case set day = '2026-03-02',
                            state = jsonb_set(state, '{clock,received}', '"2026-03-02"') where case_id = ?""", id)).isEqualTo(1);
    }

    @Test
    void a_returned_letter_is_on_the_list_of_its_area_until_it_is_sent_again() {
        var id = returned();
        assertThat(openTasks(Story.CLERK)).contains(id + " LETTER_RETURNED");
        assertThat(openTasks(Story.CLERK_OF_QINGDAO)).doesNotContain(id + " LETTER_RETURNED");
        clerk().post("/transfers/" + id + "/letter").then().statusCode(200).body("status", equalTo("ACCEPTED"));
        assertThat(openTasks(Story.CLERK)).doesNotContain(id + " LETTER_RETURNED");
        assertThat(post.written(id)).hasSize(2);
        clerk().post("/transfers/" + id + "/letter")
                .then()
                .statusCode(409)
                .body("errors.code", contains("TRANSFER_NOT_NOW"));
    }

    @Test
    void a_missed_deadline_is_reported_once() {
        var id = transferOf(insured());
        age(id);
        var unused = PostOffice.await(() -> beginDay.all());
        assertThat(openTasks(Story.CLERK)).contains(id + " PARTNER_LATE");
        age(id);
        var unusedAgain = PostOffice.await(() -> beginDay.all());
        assertThat(TestDatabase.number("select count(*) from transfer_task where case_id = ?", id))
                .isEqualTo(1);
        clerk().get("/transfers/" + id).then().body("deadline.missed", equalTo(true));
    }

    @Test
    void what_is_due_is_written_beside_the_state_and_counted() {
        var id = transferOf(insured());
        assertThat(TestDatabase.number("select count(*) from transfer_case where case_id = ? and due_on > day", id))
                .isEqualTo(1);
        var missed = figure("lingbao_transfer_missed_deadlines");
        age(id);
        var unused = PostOffice.await(() -> beginDay.all());
        assertThat(TestDatabase.number("select count(*) from transfer_case where case_id = ? and due_on < day", id))
                .isEqualTo(1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> figure("lingbao_transfer_missed_deadlines") > missed);
        assertThat(figure("lingbao_transfer_unseen_cases")).isZero();
    }

    /** Of all labels together. */
    private static double figure(String metric) {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(metric))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void a_case_that_cannot_be_read_stops_no_other() {
        var broken = transferOf(insured());
        var sound = transferOf(insured());
        age(broken);
        age(sound);
        var unused = TestDatabase.execute(
                "update transfer_case set state = jsonb_set(state, '{state}', '\"Nonsense\"') where case_id = ?",
                broken);
        var unusedLook = PostOffice.await(() -> beginDay.all());
        assertThat(openTasks(Story.CLERK)).contains(sound + " PARTNER_LATE");
        assertThat(TestDatabase.execute("update transfer_case set open = false where case_id = ?", broken))
                .isEqualTo(1);
    }

    @Test
    void a_day_is_looked_at_once_and_a_deadline_that_runs_is_no_task() {
        var id = transferOf(insured());
        assertThat(TestDatabase.execute("update transfer_case set day = '2026-08-31' where case_id = ?", id))
                .isEqualTo(1);
        var unused = PostOffice.await(() -> beginDay.all());
        assertThat(TestDatabase.number(
                        "select count(*) from transfer_case where case_id = ? and day >= '2026-09-01'", id))
                .isEqualTo(1);
        assertThat(openTasks(Story.CLERK)).noneMatch(task -> task.startsWith(id.toString()));
    }

    @Test
    void only_a_question_or_a_rejected_message_is_ended_by_hand() {
        var id = returned();
        var task = clerk().get("/transfers/" + id).then().extract().<String>path("tasks[0].taskId");
        clerk().post("/transfers/tasks/" + task + "/done")
                .then()
                .statusCode(409)
                .body("errors.code", contains("TASK_NOT_BY_HAND"));
        assertThat(TestDatabase.execute(
                        "update transfer_task set task = 'MESSAGE_REJECTED' where task_id = ?", UUID.fromString(task)))
                .isEqualTo(1);
        as(TestTokens.of(Story.CLERK_OF_QINGDAO))
                .post("/transfers/tasks/" + task + "/done")
                .then()
                .statusCode(404);
        clerk().post("/transfers/tasks/" + task + "/done").then().statusCode(204);
        clerk().post("/transfers/tasks/" + task + "/done").then().statusCode(404);
        assertThat(openTasks(Story.CLERK)).noneMatch(open -> open.startsWith(id.toString()));
    }

    @Test
    void a_refusal_tells_the_person_and_names_its_grounds() {
        var person = insured();
        var id = transferOf(person);
        clerk().body("{\"reasons\": []}")
                .post("/transfers/" + id + "/refusal")
                .then()
                .statusCode(400);
        clerk().body("{\"reasons\": [\"RELATION_NOT_STOPPED\", \"OVERLAP_UNRESOLVED\"]}")
                .post("/transfers/" + id + "/refusal")
                .then()
                .statusCode(200)
                .body("status", equalTo("REFUSED"))
                .body("reasons", contains("OVERLAP_UNRESOLVED", "RELATION_NOT_STOPPED"));
        as(person.token())
                .get("/transfers/" + id)
                .then()
                .body("news.news", hasItem("TRANSFER_REFUSED"))
                .body("news.news", not(hasItem("RIGHTS_ARRIVED")));
        as(person.token())
                .get("/transfers?personId=" + person.id())
                .then()
                .statusCode(200)
                .body("transfers.status", contains("REFUSED"));
        as(insured().token())
                .get("/transfers?personId=" + person.id())
                .then()
                .statusCode(200)
                .body("transfers.size()", equalTo(0));
    }
}
