package org.lingbao.enrollment.coverage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.enrollment.coverage.Feeds.announce;
import static org.lingbao.enrollment.coverage.Feeds.announced;
import static org.lingbao.enrollment.coverage.Feeds.compare;
import static org.lingbao.enrollment.coverage.Feeds.compared;
import static org.lingbao.enrollment.coverage.Feeds.line;
import static org.lingbao.enrollment.coverage.Feeds.lines;
import static org.lingbao.enrollment.coverage.Feeds.part;
import static org.lingbao.enrollment.coverage.Feeds.report;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** A population file becomes a count of people, a report, and visits to those who are not insured; of itself nothing stays. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CoverageTest {
    private static final String OPERATOR = TestTokens.of("operator");

    /** Always of one town. */
    private static final String STAYED = "370784001045";

    /** Moves to that town from another. */
    private static final String CAME = "370784003070";

    @Test
    void who_is_in_the_file_and_not_insured_is_visited_in_the_own_community() {
        var insured = Citizen.driver();
        insured.enroll(insured.register()).statusCode(201);
        var registered = Citizen.driver();
        var _ = registered.register();
        var unknown = Citizen.driver();
        var parts = List.of(
                lines(line(insured, "370725001036"), line(registered, "370725001036")),
                lines(
                        line(unknown, "370725001037"),
                        line(insured, "370725001037"),
                        line(Citizen.driver(), "370702001001"),
                        "1,2"));
        var feed = announce("370725001", parts);
        part(feed, 2, parts.get(1)).statusCode(200).body("lines", equalTo(4)).body("wrong", equalTo(2));
        compare(feed).statusCode(422).body("errors.code", contains("COVERAGE_PART_MISSING"));
        report(feed).body("missing", contains(1)).body("insured", nullValue());
        part(feed, 1, parts.get(0)).statusCode(200);

        compare(feed).statusCode(202);

        compared(feed)
                .body("lines", equalTo(6))
                .body("wrong", equalTo(3))
                .body("insured", equalTo(1))
                .body("uninsured", equalTo(2))
                .body("tasks", equalTo(2));
        as(OPERATOR)
                .get("/coverage-feeds/" + feed + "/wrong-lines")
                .then()
                .statusCode(200)
                .body("lines.line", contains(2, 3, 4))
                .body("lines.part", everyItem(equalTo(2)))
                .body(
                        "lines.reasons.flatten()",
                        contains("COVERAGE_LINE_TWICE", "COVERAGE_LINE_ELSEWHERE", "COVERAGE_LINE_COLUMNS"));
        visited("370725001036", registered);
        visited("370725001037", unknown);
        as(OPERATOR)
                .get("/figures/insured?area=370725001")
                .then()
                .body("total.population.persons", equalTo(3))
                .body("children.population.persons", contains(2, 1));
        assertThat(TestDatabase.number("select count(*) from coverage_line where feed_id = cast(? as uuid)", feed))
                .isZero();
    }

    /** The worker is told the name, whole, and the number masked; whoever looked is recorded. */
    private static void visited(String community, Citizen somebody) {
        var clerk = TestTokens.mint("li.clerk").claim("org", community).token();
        String task = as(clerk)
                .get("/tasks?area=" + community + "&kind=COVERAGE_VISIT")
                .then()
                .body("tasks", hasSize(1))
                .body("tasks[0].organisation", equalTo(community))
                .body("tasks[0].subject", nullValue())
                .extract()
                .path("tasks[0].taskId");
        as(clerk)
                .get("/tasks/" + task)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("subject.name", equalTo(somebody.name()))
                .body(
                        "subject.identityNumber",
                        equalTo("*".repeat(14) + somebody.number().substring(14)));
        post("/tasks/" + task + "/outcome", clerk, "{\"outcome\": \"DECLINED\"}")
                .statusCode(200);
        as(clerk).get("/tasks/" + task).then().body("subject", nullValue());
    }

    @Test
    void the_same_file_is_one_feed_and_the_same_part_is_taken_once() {
        var parts = List.of(lines(line(Citizen.driver(), "370725002020")));
        var feed = announce("370725002", parts);

        assertThat(announced("370725002", parts).statusCode(200).extract().<String>path("feedId"))
                .isEqualTo(feed);
        part(feed, 1, parts.getFirst()).statusCode(200).body("lines", equalTo(1));
        part(feed, 1, parts.getFirst()).statusCode(200).body("lines", equalTo(1));
        part(feed, 1, lines(line(Citizen.driver(), "370725002020")))
                .statusCode(409)
                .body("errors.code", contains("COVERAGE_PART_DIFFERS"));
        part(feed, 2, parts.getFirst()).statusCode(404);
        compare(feed).statusCode(202);
        compared(feed).body("tasks", equalTo(1));
        compare(feed).statusCode(202);
        part(feed, 1, parts.getFirst()).statusCode(200);
        compared(feed).body("tasks", equalTo(1));
    }

    @Test
    void whoever_is_to_be_visited_already_is_not_put_on_the_list_again_by_the_next_file() {
        var somebody = Citizen.driver();
        var first = List.of(lines(line(somebody, "370725002031")));
        var next = List.of(lines(line(somebody, "370725002031"), line(Citizen.driver(), "370725002031")));
        var feed = announce("370725002", first);
        part(feed, 1, first.getFirst()).statusCode(200);
        compare(feed).statusCode(202);
        compared(feed).body("tasks", equalTo(1));

        var later = announce("370725002", next);
        part(later, 1, next.getFirst()).statusCode(200);
        compare(later).statusCode(202);

        compared(later).body("uninsured", equalTo(2)).body("tasks", equalTo(1));
    }

    @Test
    void people_are_counted_where_they_live_now_by_the_file_of_where_their_community_lay() {
        post("/organisations/%s/moves".formatted(CAME), OPERATOR, """
                        {"parent": "370784001", "from": "2026-09-01"}""").statusCode(201);
        count("370784001", List.of(line(Citizen.driver(), STAYED), line(Citizen.driver(), STAYED)));

        population("370784001")
                .body("total.population", nullValue())
                .body("total.whyNoCoverage", equalTo("NO_POPULATION_FIGURE"));
        population(STAYED).body("total.population.persons", equalTo(2));

        count("370784003", List.of(line(Citizen.driver(), CAME)));
        population("370784001").body("total.population.persons", equalTo(3));
        population(CAME).body("total.population.persons", equalTo(1));
    }

    private static void count(String area, List<String> lines) {
        var parts = List.of(lines(lines.toArray(String[]::new)));
        var feed = announce(area, parts);
        part(feed, 1, parts.getFirst()).statusCode(200).body("wrong", equalTo(0));
        compare(feed).statusCode(202);
        var _ = compared(feed);
    }

    private static ValidatableResponse population(String area) {
        return as(OPERATOR).get("/figures/insured?area=" + area).then().statusCode(200);
    }

    @Test
    void to_ask_again_for_a_comparison_that_runs_changes_nothing_and_waits_for_nothing() throws Exception {
        var parts = List.of(lines(line(Citizen.driver(), "370725002031")));
        var feed = announce("370725002", parts);
        part(feed, 1, parts.getFirst()).statusCode(200);
        compare(feed).statusCode(202);
        var _ = compared(feed);

        try (var connection = TestDatabase.connect();
                var running = connection.createStatement()) {
            connection.setAutoCommit(false);
            running.execute("select from coverage_feed where feed_id = '" + feed + "' for update");
            compare(feed).statusCode(202).time(lessThan(2000L));
        }
    }

    @Test
    void parts_that_are_not_the_announced_file_are_not_compared() {
        var feed = announce("370725003", List.of(lines(line(Citizen.driver(), "370725003200"))));
        part(feed, 1, lines(line(Citizen.driver(), "370725003200"))).statusCode(200);

        compare(feed).statusCode(422).body("errors.code", contains("COVERAGE_DIGEST_DIFFERS"));
        report(feed).body("state", equalTo("RECEIVING"));
    }

    @Test
    void nothing_of_a_feed_stands_open_in_any_table() {
        var somebody = Citizen.driver();
        var parts = List.of(lines(line(somebody, "370725005269")));
        var feed = announce("370725005", parts);
        part(feed, 1, parts.getFirst()).statusCode(200);

        assertThat(everything("coverage_line", "coverage_part", "coverage_feed"))
                .isNotEmpty()
                .noneMatch(row -> row.contains(somebody.number()) || row.contains(somebody.name()))
                .noneMatch(row ->
                        row.contains(HexFormat.of().formatHex(somebody.number().getBytes(UTF_8))));
        compare(feed).statusCode(202);
        compared(feed).body("tasks", equalTo(1));
        assertThat(everything("task", "coverage_wrong_line", "audit"))
                .noneMatch(row -> row.contains(somebody.number()) || row.contains(somebody.name()));
    }

    @Test
    void a_wrong_announcement_and_a_part_in_another_encoding_are_refused() {
        post(
                        "/coverage-feeds",
                        OPERATOR,
                        "{\"area\": \"3707\", \"asOf\": \"tomorrow\", \"digest\": \"x\", \"parts\": 0}")
                .statusCode(400)
                .body("errors", hasSize(4));
        announced("370799", List.of("x")).statusCode(400).body("errors.code", contains("ORGANISATION_NOT_THERE"));
        var feed = announce("370725005", List.of("x"));
        as(OPERATOR)
                .contentType("text/csv")
                .body(new byte[] {(byte) 0xD5, (byte) 0xD4})
                .put("/coverage-feeds/" + feed + "/parts/1")
                .then()
                .statusCode(400)
                .body("errors.code", contains("COVERAGE_PART_NOT_UTF8"));
        as(OPERATOR)
                .get("/coverage-feeds/" + feed + "/wrong-lines?after=x")
                .then()
                .statusCode(400);
        as(OPERATOR)
                .get("/coverage-feeds/" + UUID.randomUUID() + "/wrong-lines")
                .then()
                .statusCode(404);
        as(OPERATOR)
                .get("/coverage-feeds/" + feed + "/wrong-lines")
                .then()
                .statusCode(200)
                .body("lines", hasSize(0));
        post("/coverage-feeds", OPERATOR, """
                        {"area": "370725005", "asOf": "2026-09-02", "digest": "%s", "parts": 1}""".formatted("0".repeat(64)))
                .statusCode(400)
                .body("errors.code", contains("COVERAGE_DAY_TO_COME"));
    }

    private static List<String> everything(String... tables) {
        return Stream.of(tables)
                .flatMap(table -> TestDatabase.query("select cast(t.* as text) as line from " + table + " t").stream())
                .map(row -> String.valueOf(row.get("line")))
                .toList();
    }
}
