package org.lingbao.enrollment.testing;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.lingbao.enrollment.testing.Citizen.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AuthorizationTest {
    private static final String NOBODY = UUID.randomUUID().toString();

    /** Every endpoint of the service that is not open, with the roles it lets in. */
    private static final Map<String, Set<String>> CLOSED = Map.ofEntries(
            entry("POST /persons", Set.of("citizen", "clerk")),
            entry("POST /persons/lookup", Set.of("bank", "clerk", "service")),
            entry("POST /persons/{personId}/identity", Set.of("service")),
            entry("GET /persons/me", Set.of("citizen")),
            entry("GET /persons/{personId}", Set.of("citizen", "clerk")),
            entry("GET /persons/{personId}/relations", Set.of("citizen", "clerk")),
            entry("POST /enrollments", Set.of("citizen", "clerk")),
            entry("GET /enrollments/{enrollmentId}", Set.of("citizen", "clerk")),
            entry("POST /persons/{personId}/consents", Set.of("citizen", "clerk")),
            entry("DELETE /persons/{personId}/consents/{purpose}", Set.of("citizen", "clerk")));

    private static final Set<String> OPEN = Set.of("GET /channels", "GET /verify/{code}");
    private static final List<String> ROLES =
            List.of("citizen", "clerk", "bank", "employer", "operator", "auditor", "service", "tax");

    @Test
    void without_a_good_token_every_endpoint_answers_401() {
        var tokens = Stream.of(
                        TestTokens.mint("zhao.qiang").audience("somebody-else"),
                        TestTokens.mint("zhao.qiang").expired(),
                        TestTokens.mint("zhao.qiang").wrongSignature())
                .map(TestTokens::token)
                .toList();

        CLOSED.keySet().forEach(endpoint -> {
            call(endpoint, given()).then().statusCode(401).body("errors.code", contains("UNAUTHENTICATED"));
            tokens.forEach(token -> call(endpoint, as(token)).then().statusCode(401));
            call(endpoint, as("rubbish")).then().statusCode(401);
        });
    }

    @Test
    void every_role_that_an_endpoint_does_not_let_in_is_forbidden() {
        CLOSED.forEach((endpoint, allowed) -> ROLES.stream()
                .filter(role -> !allowed.contains(role))
                .forEach(role -> call(
                                endpoint,
                                as(TestTokens.stranger("nobody-" + role, role).token()))
                        .then()
                        .statusCode(403)
                        .body("errors.code", contains("FORBIDDEN"))));
    }

    @Test
    void a_role_that_an_endpoint_lets_in_is_not_forbidden() {
        CLOSED.forEach((endpoint, allowed) -> allowed.forEach(role -> assertThat(call(
                                endpoint,
                                as(TestTokens.stranger("somebody-" + role, role).token()))
                        .statusCode())
                .as(endpoint + " as " + role)
                .isNotIn(401, 403, 500, 503)));
    }

    @Test
    void no_endpoint_of_the_document_is_missing_here() {
        var paths = given().header("Accept", "application/json")
                .get("/q/openapi?format=json")
                .jsonPath()
                .<String, Map<String, Object>>getMap("paths");
        var own = new TreeSet<String>();
        paths.forEach((path, operations) -> operations.keySet().stream()
                .filter(Set.of("get", "post", "put", "patch", "delete")::contains)
                .map(method -> method.toUpperCase(java.util.Locale.ROOT) + " " + path)
                .filter(endpoint -> Stream.of("/persons", "/enrollments", "/channels", "/verify")
                        .anyMatch(root -> endpoint.contains(" " + root)))
                .forEach(own::add));

        var known = new TreeSet<>(CLOSED.keySet());
        known.addAll(OPEN);
        assertThat(own).isEqualTo(known);
    }

    @Test
    void a_clerk_without_an_organisation_sees_nobody() {
        var personId = Citizen.driver().register();
        var clerk = TestTokens.mint("li.clerk").without("org").token();

        as(clerk).get("/persons/" + personId).then().statusCode(404);
    }

    private static Response call(String endpoint, RequestSpecification request) {
        var words = endpoint.split(" ", 2);
        var path = words[1].replace("{personId}", NOBODY)
                .replace("{enrollmentId}", NOBODY)
                .replace("{purpose}", "STATEMENT_AT_TERMINAL");
        return words[0].equals("POST")
                ? request.contentType("application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body("{}")
                        .post(path)
                : request.request(words[0], path);
    }
}
