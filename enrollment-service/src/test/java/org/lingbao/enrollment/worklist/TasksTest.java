package org.lingbao.enrollment.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.enrollment.testing.Pages;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** Tasks are seen in their subtree, end once, and come up when nobody does them. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class TasksTest {
    @Inject
    EscalateTasks escalate;

    @Test
    void a_task_is_seen_in_its_subtree_with_a_working_day_by_which_it_is_due() {
        var task = task("370705001004");

        for (var area : List.of("370705001004", "370705001", "370705", "370700")) {
            assertThat(listed(area, clerkOf(area), "")).contains(task);
        }
        list("370705001004", clerkOf("370705001004"), "")
                .body(
                        "tasks[0].dueOn",
                        equalTo("2026-09-29")) // 20 working days, a Sunday among them, without the days of mid-autumn
                .body("tasks[0].state", equalTo("OPEN"))
                .body("tasks[0].overdue", equalTo(false));
        list("370705002", clerkOf("370705"), "").body("tasks.taskId", not(hasItem(task)));
        list("370705001", clerkOf("370705002"), "").statusCode(404);
        list("370705001", TestTokens.of("zhou.clerk"), "").statusCode(404);
    }

    @Test
    void a_list_goes_on_where_the_page_ended() {
        var tasks = Stream.generate(() -> task("370705002007")).limit(3).toList();
        var clerk = clerkOf("370705002");

        String next = list("370705002", clerk, "&limit=2")
                .body("tasks.taskId", equalTo(tasks.subList(0, 2)))
                .extract()
                .path("next");

        list("370705002", clerk, "&limit=2&after=" + next)
                .body("tasks.taskId", equalTo(tasks.subList(2, 3)))
                .body("next", nullValue());
    }

    @Test
    void an_outcome_is_kept_once_with_who_told_it() {
        var task = task("370705003003");
        var clerk = clerkOf("370705003003");

        end(task, clerkOf("370705003007"), "SERVED").statusCode(404);
        end(task, clerk, "ENROLLED").statusCode(422).body("errors.code", contains("TASK_OUTCOME_UNFIT"));
        end(task, clerk, "WHATEVER").statusCode(400);
        end(task, clerk, "SERVED").statusCode(200).body("state", equalTo("DONE"));
        end(task, clerk, "SERVED").statusCode(200);
        end(task, clerk, "ENROLLED")
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("TASK_DONE_OTHERWISE", "TASK_OUTCOME_UNFIT"));

        assertThat(TestDatabase.query("select done_by, outcome from task where task_id = cast(? as uuid)", task))
                .containsExactly(Map.of("done_by", TestTokens.subject("li.clerk"), "outcome", "SERVED"));
        list("370705003", clerkOf("370705003"), "&state=OPEN").body("tasks.taskId", not(hasItem(task)));
        list("370705003", clerkOf("370705003"), "&state=DONE").body("tasks.taskId", hasItem(task));
    }

    @Test
    void a_late_task_comes_up_one_level_a_time_and_once_a_day() throws Throwable {
        var task = task("370705004002");
        late(task);

        assertThat(sweepOnAnotherDay()).isPositive();
        list("370705004", clerkOf("370705004"), "&held=true&overdue=true")
                .body("tasks.taskId", contains(task))
                .body("tasks[0].heldBy", equalTo("370705004"))
                .body("tasks[0].overdue", equalTo(true));
        assertThat(VertxContextSupport.subscribeAndAwait(() -> escalate.sweepIfDue()))
                .as("a second time on the day")
                .isZero();
        late(task);
        assertThat(sweepOnAnotherDay()).isPositive();
        assertThat(listed("370705", clerkOf("370705"), "&held=true")).contains(task);
        late(task);
        assertThat(sweepOnAnotherDay()).isPositive();
        assertThat(listed("370700", TestTokens.of("li.clerk"), "&held=true")).contains(task);
        var _ = sweepOnAnotherDay();

        assertThat(TestDatabase.number(
                        "select count(*) from task where task_id = cast(? as uuid) and held_by = '370700' and escalates_on is null",
                        task))
                .as("a city is the top")
                .isEqualTo(1);
        list("370705004002", clerkOf("370705004002"), "").body("tasks.taskId", hasItem(task));
    }

    @Test
    void what_came_up_goes_to_the_new_town_when_its_community_has_moved() throws Throwable {
        var task = task("370705007006");
        late(task);
        assertThat(sweepOnAnotherDay()).isPositive();
        list("370705007", clerkOf("370705007"), "&held=true").body("tasks.taskId", hasItem(task));

        post("/organisations/370705007006/moves", TestTokens.of("operator"), """
                        {"parent": "370705005", "from": "2026-09-01"}""")
                .statusCode(201);
        var _ = sweepOnAnotherDay();

        list("370705005", clerkOf("370705005"), "&held=true")
                .body("tasks.taskId", hasItem(task))
                .body("tasks.find { it.taskId == '%s' }.heldBy".formatted(task), equalTo("370705005"));
        list("370705007", clerkOf("370705007"), "&held=true").body("tasks.taskId", not(hasItem(task)));
    }

    @Test
    void a_sweep_that_was_broken_off_is_gone_on_with_on_the_same_day() throws Throwable {
        var task = task("370705009002");
        late(task);
        var _ = TestDatabase.execute("delete from work_list_sweep");
        var _ = TestDatabase.execute(
                "insert into work_list_sweep (day, escalated, ended) values (date '2026-09-01', 3, false)");

        var escalated = VertxContextSupport.subscribeAndAwait(() -> escalate.sweepIfDue());

        assertThat(escalated).isPositive();
        assertThat(TestDatabase.number("select escalated from work_list_sweep where day = date '2026-09-01' and ended"))
                .isEqualTo(3 + escalated);
    }

    @Test
    void a_task_whose_due_day_was_not_known_gets_one_as_soon_as_it_is() throws Throwable {
        var task = task("370705005004");
        var _ = TestDatabase.execute(
                "update task set due_on = null, escalates_on = null where task_id = cast(? as uuid)", task);

        var _ = sweepOnAnotherDay();

        list("370705005004", clerkOf("370705005004"), "").body("tasks[0].dueOn", equalTo("2026-09-29"));
    }

    @Test
    void each_child_is_told_what_is_open_late_and_done() {
        var late = task("370705006003");
        var done = task("370705006009");
        var _ = task("370705006009");
        late(late);
        end(done, clerkOf("370705006"), "SERVED").statusCode(200);

        as(clerkOf("370705006"))
                .get("/tasks/summary?area=370705006")
                .then()
                .statusCode(200)
                .body("parts.area", contains("370705006003", "370705006009"))
                .body("parts.open", contains(1, 1))
                .body("parts.overdue", contains(1, 0))
                .body("parts.done", contains(0, 1));
        as(clerkOf("370705")).get("/tasks/summary?area=370705006").then().body("parts", hasSize(2));
        as(clerkOf("370704")).get("/tasks/summary?area=370705006").then().statusCode(404);
    }

    @Test
    void a_wrong_question_is_told_all_that_is_wrong() {
        list("nowhere", TestTokens.of("operator"), "&kind=HIKE&state=LOST&limit=0")
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/area", "/kind", "/state", "/limit"));
        list("370799", TestTokens.of("operator"), "").statusCode(404);
        list("370705", TestTokens.of("operator"), "&after=1").statusCode(400);
    }

    @Test
    void nobody_makes_a_task_about_a_person_or_at_a_place_that_is_not_theirs() {
        var person = Citizen.driver().withHukou("370200").register();

        made(clerkOf("370705001"), "370705001004", person).statusCode(404);
        made(clerkOf("370705001"), "370705002007", person).statusCode(404);
        made(TestTokens.of("li.clerk"), "370705001999", person).statusCode(404);
        made(TestTokens.of("li.clerk"), "370705001004", "nobody").statusCode(400);
    }

    private long sweepOnAnotherDay() throws Throwable {
        var _ = TestDatabase.execute("delete from work_list_sweep");
        var _ = TestDatabase.execute("insert into work_list_sweep (day, escalated) values (date '2026-08-31', 0)");
        return VertxContextSupport.subscribeAndAwait(() -> escalate.sweepIfDue());
    }

    private static void late(String task) {
        var _ = TestDatabase.execute(
                "update task set due_on = date '2026-08-28', escalates_on = date '2026-08-29' where task_id = cast(? as uuid)",
                task);
    }

    /** About somebody who lives there, made at the community's own desk. */
    private static String task(String community) {
        var citizen = Citizen.driver();
        String person = post(
                        "/persons",
                        citizen.token(),
                        citizen.registration().replace("}", ", \"community\": \"" + community + "\"}"))
                .statusCode(201)
                .extract()
                .path("personId");
        return made(clerkOf(community), community, person)
                .statusCode(201)
                .body("kind", equalTo("ASSISTED_VISIT"))
                .extract()
                .path("taskId");
    }

    private static ValidatableResponse made(String token, String organisation, String person) {
        return post("/tasks", token, """
                {"organisation": "%s", "personId": "%s"}""".formatted(organisation, person));
    }

    private static ValidatableResponse end(String task, String token, String outcome) {
        return post("/tasks/" + task + "/outcome", token, "{\"outcome\": \"" + outcome + "\"}");
    }

    /** Of all pages: other tests make tasks in the same county, and a page holds fifty. */
    private static List<String> listed(String area, String token, String more) {
        return Pages.all("/tasks?area=" + area + more, token, "tasks.taskId");
    }

    private static ValidatableResponse list(String area, String token, String more) {
        return as(token).get("/tasks?area=" + area + more).then();
    }

    private static String clerkOf(String organisation) {
        return TestTokens.mint("li.clerk").claim("org", organisation).token();
    }
}
