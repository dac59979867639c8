package org.lingbao.enrollment.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.enrollment.takeover.Parts.OPERATOR;
import static org.lingbao.enrollment.takeover.Parts.begin;
import static org.lingbao.enrollment.takeover.Parts.line;
import static org.lingbao.enrollment.takeover.Parts.part;
import static org.lingbao.enrollment.takeover.Parts.report;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** A register that another system kept becomes persons, relations and events; who comes twice, or is here already, is here once. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class TakeoverTest {
    @Test
    void who_was_enrolled_elsewhere_is_enrolled_here_seen_where_they_belong_and_told() {
        var enrolled = Citizen.driver();
        var registered = Citizen.driver();
        var takeover = begin(1);

        part(takeover, 1, line(enrolled, "370786002012", "EMPLOYEE,370700,2019-03"), line(registered, "", ",,"))
                .statusCode(200)
                .body("persons", equalTo(2))
                .body("relations", equalTo(1))
                .body("wrong", equalTo(0));

        var person = found(enrolled);
        as(TestTokens.mint("li.clerk").claim("org", "370786002012").token())
                .get("/persons/" + person)
                .then()
                .statusCode(200)
                .body("community", equalTo("370786002012"));
        as(TestTokens.of("li.clerk"))
                .get("/persons/" + person + "/relations")
                .then()
                .statusCode(200)
                .body("scheme", contains("EMPLOYEE"))
                .body("from", contains("2019-03"))
                .body("lastPayableMonth", contains("2053-05"));
        assertThat(TestTopics.awaitKey("enrollment.person", person, 5))
                .extracting(message -> message.headers().get("ce_type"))
                .startsWith("enrollment.person-registered.v1")
                .contains("enrollment.relation-opened.v1");
        assertThat(found(registered)).isNotEqualTo(person);
        report(takeover).body("missing", hasSize(0)).body("lines", equalTo(2)).body("persons", equalTo(2));
    }

    @Test
    void who_is_here_already_stays_as_they_are_and_gets_no_second_relation() {
        var citizen = Citizen.driver();
        var person = citizen.register();
        citizen.enroll(person).statusCode(201);
        var twice = Citizen.driver();
        var takeover = begin(1);

        part(
                        takeover,
                        1,
                        line(citizen, "", "EMPLOYEE,370700,2019-03"),
                        line(twice, "", "RESIDENT,370700,2020-01"),
                        line(twice, "", "RESIDENT,370700,2021-01"),
                        line(Citizen.driver(), "370786999999", ",,"),
                        line(Citizen.driver(), "", "EMPLOYEE,210200,2027-01"))
                .statusCode(200)
                .body("persons", equalTo(1))
                .body("known", equalTo(1))
                .body("relations", equalTo(1));

        as(OPERATOR)
                .get("/takeovers/" + takeover + "/wrong-lines")
                .then()
                .body("lines.line", contains(1, 3, 4, 5))
                .body(
                        "lines.reasons.flatten()",
                        contains(
                                "TAKEOVER_LINE_ENROLLED_ALREADY",
                                "TAKEOVER_LINE_ENROLLED_ALREADY",
                                "UNKNOWN_COMMUNITY",
                                "TAKEOVER_LINE_MONTH",
                                "TAKEOVER_LINE_PLACE"));
        assertThat(TestDatabase.number("select count(*) from relation where person_id = cast(? as uuid)", person))
                .isEqualTo(1);
        report(takeover)
                .body(
                        "reasons.code",
                        contains(
                                "TAKEOVER_LINE_ENROLLED_ALREADY",
                                "TAKEOVER_LINE_MONTH",
                                "TAKEOVER_LINE_PLACE",
                                "UNKNOWN_COMMUNITY"))
                .body("reasons.lines", contains(2, 1, 1, 1))
                .body("reasons.part", contains(1, 1, 1, 1))
                .body("reasons.firstLines", contains(List.of(1, 3), List.of(5), List.of(5), List.of(4)))
                .body("millis", greaterThan(0))
                .body("linesPerSecond", greaterThan(0));
    }

    @Test
    void nothing_is_opened_for_who_has_died() {
        var citizen = Citizen.driver();
        var person = citizen.register();
        post("/persons/" + person + "/death", TestTokens.of("li.clerk"), """
                        {"diedOn": "2026-08-31", "evidence": "SW-2026-2"}""").statusCode(200);

        part(begin(1), 1, line(citizen, "", "EMPLOYEE,370700,2019-03"))
                .statusCode(200)
                .body("known", equalTo(1))
                .body("relations", equalTo(0))
                .body("wrong", equalTo(1));
    }

    @Test
    void a_part_that_comes_again_or_many_times_at_once_is_taken_once() throws Exception {
        var people = Stream.generate(Citizen::driver).limit(20).toList();
        var lines = people.stream()
                .map(one -> line(one, "", "EMPLOYEE,370700,2019-03"))
                .toArray(String[]::new);
        var takeover = begin(2);
        Callable<ValidatableResponse> once = () -> part(takeover, 1, lines);

        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(Collections.nCopies(8, once)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).allSatisfy(answer -> {
                var _ = answer.statusCode(200).body("persons", equalTo(20)).body("relations", equalTo(20));
            });
        }
        part(takeover, 1, lines[0]).statusCode(409).body("errors.code", contains("COVERAGE_PART_DIFFERS"));
        part(takeover, 2, lines).statusCode(200).body("known", equalTo(20)).body("relations", equalTo(0));
        assertThat(TestDatabase.number(
                        "select count(*) from relation r join person p on p.id = r.person_id where p.id = any(?::uuid[])",
                        (Object) people.stream().map(TakeoverTest::found).toArray(String[]::new)))
                .isEqualTo(20);
        report(takeover).body("received", equalTo(2)).body("wrong", equalTo(20));
    }

    @Test
    void two_files_with_the_same_people_in_another_order_make_each_of_them_once() throws Exception {
        var people = Stream.generate(Citizen::driver)
                .limit(40)
                .map(one -> line(one, "", "EMPLOYEE,370700,2019-03"))
                .toList();
        var files = IntStream.range(0, 6).mapToObj(at -> begin(1)).toList();

        try (var threads = Executors.newFixedThreadPool(6)) {
            var answers = threads
                    .invokeAll(files.stream()
                            .<Callable<Integer>>map(file -> () -> {
                                var mine = new ArrayList<>(people);
                                Collections.shuffle(mine);
                                var status = 503;
                                while (status == 503) {
                                    status = part(file, 1, mine.toArray(String[]::new))
                                            .extract()
                                            .statusCode();
                                }
                                return status;
                            })
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).containsOnly(200);
        }
        var taken = files.stream()
                .mapToInt(file -> report(file).extract().<Integer>path("persons"))
                .sum();
        assertThat(taken).isEqualTo(40);
    }

    @Test
    void one_who_retired_before_the_ages_of_the_law_keeps_nobody_else_out() {
        var takeover = begin(1);

        part(
                        takeover,
                        1,
                        line(Citizen.born(LocalDate.of(1918, 5, 5)), "", "EMPLOYEE,370700,1990-03"),
                        line(Citizen.driver(), "", "EMPLOYEE,370700,2019-03"))
                .statusCode(200)
                .body("wrong", equalTo(1))
                .body("relations", equalTo(1));
    }

    @Test
    void parts_are_taken_one_at_a_time_for_the_locks_of_the_database_are_finite() throws SQLException {
        var takeover = begin(1);
        var line = line(Citizen.driver(), "", ",,");

        try (var another = TestDatabase.connect();
                var statement = another.createStatement()) {
            another.setAutoCommit(false);
            var _ = statement.execute("select pg_advisory_xact_lock(hashtextextended('takeover-part', 0))");
            part(takeover, 1, line).statusCode(503).header("Retry-After", "1");
            another.rollback();
        }

        part(takeover, 1, line).statusCode(200).body("persons", equalTo(1));
    }

    @Test
    void the_next_part_waits_a_little_for_the_one_before() throws Exception {
        var takeover = begin(1);
        var line = line(Citizen.driver(), "", ",,");

        try (var threads = Executors.newSingleThreadExecutor();
                var another = TestDatabase.connect();
                var statement = another.createStatement()) {
            another.setAutoCommit(false);
            var _ = statement.execute("select pg_advisory_xact_lock(hashtextextended('takeover-part', 0))");
            var next = threads.submit(() -> part(takeover, 1, line));
            await().until(() -> TestDatabase.number("""
                            select count(*) from pg_locks where locktype = 'advisory' and not granted
                              and database = (select oid from pg_database where datname = current_database())""") > 0);
            another.rollback();
            next.get().statusCode(200).body("persons", equalTo(1));
        }
    }

    @Test
    void what_fits_no_file_is_refused() {
        post("/takeovers", OPERATOR, "{\"area\": \"37\", \"origin\": \"\\u3000\", \"parts\": 0}")
                .statusCode(400)
                .body("errors", hasSize(3));
        post("/takeovers", OPERATOR, "{\"area\": \"210200\", \"origin\": \"OLD\", \"parts\": 1}")
                .statusCode(400);
        var takeover = begin(1);
        part(takeover, 2, "x").statusCode(404);
        part(UUID.randomUUID().toString(), 1, "x").statusCode(404);
        part(takeover, 1, Collections.nCopies(2001, "x").toArray(String[]::new))
                .statusCode(400)
                .body("errors.code", contains("TAKEOVER_PART_TOO_LONG"));
        as(OPERATOR).get("/takeovers/" + UUID.randomUUID()).then().statusCode(404);
        report(takeover)
                .body("received", equalTo(0))
                .body("missing", contains(1))
                .body("millis", nullValue())
                .body("reasons", hasSize(0));
    }

    private static String found(Citizen somebody) {
        return as(TestTokens.of("li.clerk"))
                .contentType("application/json")
                .body("{\"identityNumber\": \"%s\"}".formatted(somebody.number()))
                .post("/persons/lookup")
                .then()
                .statusCode(200)
                .extract()
                .path("personId");
    }
}
