package org.lingbao.contribution;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** Every endpoint against every kind of token. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AuthorizationTest {
    private static final String NOBODY = "01992f3c-5a00-7c1e-8b1f-6d2a4c9e0b11";

    private static final String ORDER = "01992f3c-5a00-7c1e-8b1f-6d2a4c9e0b12";

    /** A bank's own system is a bank without a terminal. */
    private static final List<String> ROLES =
            List.of("citizen", "clerk", "bank", "bank-office", "employer", "operator", "auditor", "service", "tax");

    private static final Set<String> READERS = Set.of("citizen", "clerk", "bank", "bank-office", "operator", "auditor");

    /** Method and path, and the roles that may. */
    private static final Map<String, Set<String>> ENDPOINTS = Map.ofEntries(
            Map.entry("POST /plans", Set.of("citizen")),
            Map.entry("POST /payments", Set.of("bank", "bank-office")),
            Map.entry("POST /billing-runs", Set.of("operator")),
            Map.entry("GET /tax/assessments", Set.of("tax")),
            Map.entry("POST /tax/results", Set.of("tax")),
            Map.entry("GET /ledger/check", Set.of("operator", "auditor")),
            Map.entry("POST /bank-credits", Set.of("bank", "bank-office")),
            Map.entry("GET /payment-orders", Set.of("bank-office")),
            Map.entry("POST /payment-orders/" + ORDER + "/execution", Set.of("bank-office")),
            Map.entry("GET /bills?personId=" + NOBODY, READERS),
            Map.entry("GET /receipts/37-1", READERS),
            Map.entry(
                    "GET /persons/" + NOBODY + "/statement?scheme=EMPLOYEE",
                    Set.of("citizen", "clerk", "bank", "bank-office", "operator", "auditor", "service")));

    /** The law is nobody's secret. */
    private static final Set<String> OPEN = Set.of(
            "GET /rules/limits",
            "GET /rules/tiers",
            "GET /rules/rates",
            "GET /rules/assessment",
            "GET /rules/forecast-inputs",
            "GET /rules/forecast");

    @Test
    void the_law_answers_without_a_token() {
        for (var endpoint : OPEN) {
            assertThat(status(endpoint, null)).as(endpoint).isEqualTo(400);
        }
    }

    @Test
    void without_a_good_token_nobody_gets_anywhere() {
        for (var endpoint : ENDPOINTS.keySet()) {
            assertThat(status(endpoint, null)).as(endpoint).isEqualTo(401);
            for (var bad : List.of(
                    TestTokens.mint("operator").audience("somebody-else").token(),
                    TestTokens.mint("operator").expired().token(),
                    TestTokens.mint("operator").wrongSignature().token(),
                    TestTokens.mint("operator")
                            .claim("iss", "https://elsewhere.example")
                            .token(),
                    "not.a.token")) {
                assertThat(status(endpoint, bad)).as(endpoint).isEqualTo(401);
            }
        }
    }

    @Test
    void a_role_gets_exactly_where_it_may() {
        for (var endpoint : ENDPOINTS.entrySet()) {
            var admitted = ROLES.stream()
                    .filter(role -> status(endpoint.getKey(), tokenOf(role)) != 403)
                    .collect(Collectors.toSet());
            assertThat(admitted).as(endpoint.getKey()).isEqualTo(endpoint.getValue());
        }
    }

    @Test
    void the_table_above_has_every_endpoint_of_the_service() {
        var documented = given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .<Map<String, Map<String, Object>>>path("paths");
        var ours = Stream.concat(ENDPOINTS.keySet().stream(), OPEN.stream())
                .map(endpoint -> endpoint.split("[ ?]"))
                .map(parts -> parts[0].toLowerCase(java.util.Locale.ROOT) + " "
                        + parts[1].replace(NOBODY, "{personId}")
                                .replace(ORDER, "{orderId}")
                                .replace("37-1", "{receiptNumber}"))
                .collect(Collectors.toSet());
        var platforms = Set.of("/business-day", "/parked-messages", "/parked-messages/{id}/release", "/verify/{code}");
        var found = documented.entrySet().stream()
                .filter(path -> !platforms.contains(path.getKey()))
                .flatMap(path -> path.getValue().keySet().stream().map(method -> method + " " + path.getKey()))
                .collect(Collectors.toSet());
        assertThat(found).isEqualTo(ours);
    }

    @Test
    void an_employer_who_is_nothing_else_is_refused_in_words() {
        as(tokenOf("employer")).get("/ledger/check").then().statusCode(403).contentType("application/problem+json");
    }

    private static String tokenOf(String role) {
        var token = role.equals("bank-office")
                ? TestTokens.stranger("somebody", "bank")
                : TestTokens.stranger("somebody", role).claim("terminal", "370702-0001");
        return token.claim("org", "370700")
                .claim("bank", "CCB")
                .claim("bureau", "TAX-210000")
                .token();
    }

    private static int status(String endpoint, @org.jspecify.annotations.Nullable String token) {
        var parts = endpoint.split(" ");
        var request = given().contentType("application/json").header("Idempotency-Key", "k");
        if (token != null) {
            request = request.auth().oauth2(token);
        }
        if (Arrays.asList(parts).getFirst().equals("POST")) {
            request = request.body("{}");
        }
        return request.request(parts[0], parts[1]).statusCode();
    }
}
