package org.lingbao.platform.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ProbeTest {
    private static final String GOOD = "{\"name\":\"%s\",\"count\":1}";

    @Inject
    ProbeCommand command;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_same_key_is_done_once_and_answered_twice_alike(boolean panache) {
        var name = UUID.randomUUID().toString();
        var first = post(name, panache, GOOD.formatted(name));
        var second = post(name, panache, GOOD.formatted(name));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.jsonPath().getMap("$")).isEqualTo(first.jsonPath().getMap("$"));
        assertThat(things(name)).isOne();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void many_at_once_under_one_key_are_done_once(boolean panache) throws Exception {
        var name = UUID.randomUUID().toString();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(IntStream.range(0, 16)
                    .mapToObj(i -> (Callable<String>)
                            () -> post(name, panache, GOOD.formatted(name)).asString())
                    .toList());
            var distinct = answers.stream().map(answer -> answer.resultNow()).collect(Collectors.toSet());
            assertThat(distinct).hasSize(1);
        }
        assertThat(things(name)).isOne();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void another_body_under_the_same_key_is_a_conflict_even_where_only_a_masked_part_differs(boolean panache) {
        var key = UUID.randomUUID().toString();
        var body = "{\"name\":\"%s\",\"count\":1,\"number\":\"%s5678\"}";
        post(key, panache, body.formatted(key, "1")).then().statusCode(201);
        post(key, panache, body.formatted(key, "2"))
                .then()
                .statusCode(409)
                .body("errors[0].code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_refusal_is_kept_and_told_again_in_the_language_of_the_second_request(boolean panache) {
        var key = "refused-" + UUID.randomUUID();
        var first = post(key, panache, GOOD.formatted(key));
        var second = given().header("Accept-Language", "en")
                .spec(citizen())
                .header("Idempotency-Key", key)
                .queryParam("panache", panache)
                .body(GOOD.formatted(key))
                .post("/probe");
        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.jsonPath().getString("errors[0].detail")).doesNotContain("参保");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_failure_is_not_kept_so_the_retry_is_done(boolean panache) {
        var name = UUID.randomUUID().toString();
        command.failNext();
        post(name, panache, GOOD.formatted(name)).then().statusCode(500).body("errors[0].code", equalTo("INTERNAL"));
        post(name, panache, GOOD.formatted(name)).then().statusCode(201);
        assertThat(things(name)).isOne();
    }

    @Test
    void a_command_without_a_key_is_refused() {
        given().spec(citizen())
                .body(GOOD.formatted("x"))
                .post("/probe")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
    }

    @Test
    void every_violated_constraint_is_told_at_once_with_its_place() {
        post("k", false, "{\"name\":\" \",\"count\":0}")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.code", contains("CONSTRAINT", "CONSTRAINT"))
                .body("errors.pointer", containsInAnyOrder("/name", "/count"));
    }

    @Test
    void what_is_not_known_or_not_readable_is_refused_without_quoting_it() {
        post("k", false, "{\"name\":\"a\",\"count\":1,\"nmae\":\"110105199001010011\"}")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("UNKNOWN_FIELD"))
                .body("errors[0].pointer", equalTo("/nmae"))
                .body(not(containsString("110105199001010011")));
        post("k", false, "{\"110105199001010011\":1}")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("UNKNOWN_FIELD"))
                .body("errors[0].pointer", equalTo("/…"))
                .body(not(containsString("110105199001010011")));
        for (var body : new String[] {
            "{\"name\":",
            "",
            "[]",
            "null",
            "{\"name\":\"a\",\"count\":\"many\"}",
            "{\"name\":\"a\",\"count\":1.5}",
            "{\"name\":\"a\",\"count\":1,\"day\":\"2026-02-30\"}",
            "{\"name\":\"a\",\"count\":1} and more"
        }) {
            post("k", false, body).then().statusCode(400).contentType("application/problem+json");
        }
    }

    @Test
    void a_refusal_names_every_reason_in_the_readers_language() {
        given().get("/probe/refused")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .header("Content-Language", "zh-CN")
                .body("type", equalTo("/problems/enrollment-refused"))
                .body("errors.code", contains("UNDER_MINIMUM_AGE", "ALREADY_ENROLLED"))
                .body("errors[0].detail", containsString("15"))
                .body("errors[1].citation", equalTo("第十条"))
                .body("errors[1].pointer", equalTo("/personId"));
        given().header("Accept-Language", "en;q=0.9, fr")
                .get("/probe/refused")
                .then()
                .header("Content-Language", "en")
                .body("errors[0].detail", containsString("You are 15"));
    }

    @Test
    void a_mistake_of_ours_is_answered_without_telling_what_it_was() {
        given().get("/probe/bug")
                .then()
                .statusCode(500)
                .body("errors[0].code", equalTo("INTERNAL"))
                .body(not(containsString("110105199001010011")));
    }

    @Test
    void unknown_paths_methods_and_media_types_are_problems_too() {
        given().get("/nowhere").then().statusCode(404);
        given().spec(citizen()).delete("/probe").then().statusCode(405);
        given().auth()
                .oauth2(TestTokens.of("zhao.qiang"))
                .contentType("text/plain")
                .body("x")
                .post("/probe")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void without_a_good_token_nothing_is_done() {
        var bad = new String[] {
            TestTokens.mint("zhao.qiang").expired().token(),
            TestTokens.mint("zhao.qiang").wrongSignature().token(),
            TestTokens.mint("zhao.qiang").audience("another").token(),
            "nonsense"
        };
        for (var token : bad) {
            given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body(GOOD.formatted("x"))
                    .post("/probe")
                    .then()
                    .statusCode(401);
        }
        given().contentType("application/json")
                .body(GOOD.formatted("x"))
                .post("/probe")
                .then()
                .statusCode(401)
                .body("errors[0].code", equalTo("UNAUTHENTICATED"));
        given().auth()
                .oauth2(TestTokens.of("auditor"))
                .contentType("application/json")
                .body(GOOD.formatted("x"))
                .post("/probe")
                .then()
                .statusCode(403)
                .body("errors[0].code", equalTo("FORBIDDEN"));
    }

    @Test
    void an_endpoint_without_a_permission_is_closed() {
        given().spec(citizen()).get("/probe/forgotten").then().statusCode(403);
    }

    private static Response post(String key, boolean panache, String body) {
        return given().spec(citizen())
                .header("Idempotency-Key", key)
                .queryParam("panache", panache)
                .body(body)
                .post("/probe");
    }

    private static RequestSpecification citizen() {
        return given().auth().oauth2(TestTokens.of("zhao.qiang")).contentType("application/json");
    }

    private static long things(String name) {
        return TestDatabase.number("select count(*) from thing where name = ?", name);
    }
}
