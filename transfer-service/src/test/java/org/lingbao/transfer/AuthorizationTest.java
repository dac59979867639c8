package org.lingbao.transfer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.transfer.story.EnrollmentStandIn;
import org.lingbao.transfer.story.NothingWaits;
import org.lingbao.transfer.story.Story;

/** Every endpoint against every kind of token. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(EnrollmentStandIn.class)
class AuthorizationTest implements NothingWaits {
    private static final String NOBODY = "01992f3c-5a00-7c1e-8b1f-6d2a4c9e0b11";
    private static final List<String> ROLES =
            List.of("citizen", "clerk", "bank", "employer", "operator", "auditor", "service", "tax");
    private static final Set<String> READERS = Set.of("citizen", "clerk", "operator", "auditor");
    private static final Set<String> CLERK = Set.of("clerk");

    /** Method and path, and the roles that may. */
    private static final Map<String, Set<String>> ENDPOINTS = Map.ofEntries(
            Map.entry("POST /certificates", Set.of("citizen", "clerk")),
            Map.entry("GET /certificates/" + NOBODY, Set.of("citizen", "clerk")),
            Map.entry("POST /transfers", Set.of("citizen", "clerk")),
            Map.entry("GET /transfers", READERS),
            Map.entry("GET /transfers/" + NOBODY, READERS),
            Map.entry("POST /transfers/" + NOBODY + "/letter", CLERK),
            Map.entry("POST /transfers/" + NOBODY + "/refusal", CLERK),
            Map.entry("POST /transfers/" + NOBODY + "/cancellation", Set.of("citizen")),
            Map.entry("POST /transfers/" + NOBODY + "/recheck", CLERK),
            Map.entry("POST /transfers/" + NOBODY + "/correction", CLERK),
            Map.entry("POST /transfers/" + NOBODY + "/supplement", CLERK),
            Map.entry("GET /transfers/tasks", CLERK),
            Map.entry("POST /transfers/tasks/" + NOBODY + "/done", CLERK));

    /** Commands on a case, by which a caller may try his luck on somebody else's. */
    private static final List<String> COMMANDS =
            List.of("letter", "refusal", "cancellation", "recheck", "correction", "supplement");

    @Test
    void without_a_good_token_nobody_gets_anywhere() {
        for (var endpoint : ENDPOINTS.keySet()) {
            assertThat(status(endpoint, null)).as(endpoint).isEqualTo(401);
            for (var bad : List.of(
                    TestTokens.mint("operator").audience("somebody-else").token(),
                    TestTokens.mint("operator").expired().token(),
                    TestTokens.mint("operator").wrongSignature().token(),
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
    void the_table_above_has_every_endpoint_of_transfers_and_certificates() {
        var documented = given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .<Map<String, Map<String, Object>>>path("paths");
        var ours = ENDPOINTS.keySet().stream()
                .map(endpoint -> endpoint.split(" "))
                .map(parts -> parts[0].toLowerCase(Locale.ROOT) + " "
                        + parts[1].replace("tasks/" + NOBODY, "tasks/{taskId}")
                                .replace("certificates/" + NOBODY, "certificates/{number}")
                                .replace(NOBODY, "{transferId}"))
                .collect(Collectors.toSet());
        var found = documented.entrySet().stream()
                .filter(path ->
                        path.getKey().startsWith("/transfers") || path.getKey().startsWith("/certificates"))
                .flatMap(path -> path.getValue().keySet().stream().map(method -> method + " " + path.getKey()))
                .collect(Collectors.toSet());
        assertThat(found).isEqualTo(ours);
    }

    @Test
    void somebody_elses_case_is_not_there() {
        var id = Story.transferOf(Story.insured());
        var strangers = List.of(Story.insured().token(), TestTokens.of(Story.CLERK_OF_QINGDAO));
        for (var stranger : strangers) {
            assertThat(status("GET /transfers/" + id, stranger)).isEqualTo(404);
            assertThat(COMMANDS.stream()
                            .map(command -> status("POST /transfers/" + id + "/" + command, stranger))
                            .filter(status -> status != 403))
                    .as("commands")
                    .isNotEmpty()
                    .containsOnly(404);
        }
        Story.clerk().get("/transfers/" + id).then().statusCode(200);
    }

    /** An agency of the person's area sees the case; to act is for the one that works on it. */
    @Test
    void a_clerk_of_another_area_of_the_person_sees_and_does_not_act() {
        var person = Story.insured();
        var id = Story.transferOf(person);
        Story.area(person, "370200");
        var qingdao = TestTokens.of(Story.CLERK_OF_QINGDAO);
        assertThat(status("GET /transfers/" + id, qingdao)).isEqualTo(200);
        assertThat(status("POST /transfers/" + id + "/refusal", qingdao)).isEqualTo(404);
    }

    @Test
    void it_is_healthy_when_database_and_broker_are_there() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    private static String tokenOf(String role) {
        return TestTokens.stranger("somebody", role)
                .claim("org", "370700")
                .claim("bank", "CCB")
                .token();
    }

    private static int status(String endpoint, @Nullable String token) {
        var parts = List.of(endpoint.split(" "));
        var request = given().contentType("application/json").header("Idempotency-Key", "k");
        if (token != null) {
            request = request.auth().oauth2(token);
        }
        if (Stream.of("/refusal", "/transfers").anyMatch(end -> parts.getLast().endsWith(end))
                && parts.getFirst().equals("POST")) {
            request = request.body("{\"reasons\": [\"REFUSED_BY_AGENCY\"]}");
        }
        return request.request(parts.getFirst(), parts.getLast()).statusCode();
    }
}
