package org.lingbao.transfer.exchange;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** Who may look at what was exchanged. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RolesTest {
    private static final List<String> ROLES = List.of("citizen", "clerk", "bank", "employer", "operator", "auditor");

    @Test
    void operators_and_auditors_see_messages_and_only_auditors_take_the_log() {
        assertThat(admitted("/exchange/messages?caseId=" + UUID.randomUUID())).containsExactly("operator", "auditor");
        assertThat(admitted("/exchange/log")).containsExactly("auditor");
        assertThat(given().get("/exchange/log").statusCode()).isEqualTo(401);
    }

    @Test
    void only_operators_send_again() {
        var body = """
                {"caseId": "%s", "partner": "210000", "since": 1}""".formatted(UUID.randomUUID());

        assertThat(ROLES.stream().filter(role -> post(role, body) != 403)).containsExactly("operator");
        assertThat(post("operator", body)).isEqualTo(200);
    }

    @Test
    void a_replay_that_makes_no_sense_is_refused_with_every_reason() {
        var nothing = given().auth()
                .oauth2(token("operator"))
                .contentType("application/json")
                .body("{\"since\": 0}")
                .post("/exchange/replays");
        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(nothing.jsonPath().getList("errors")).hasSize(3);

        var nobody = given().auth()
                .oauth2(token("operator"))
                .contentType("application/json")
                .header("Accept-Language", "en")
                .body("{\"caseId\": \"%s\", \"partner\": \"990000\", \"since\": 1}".formatted(UUID.randomUUID()))
                .post("/exchange/replays");
        assertThat(nobody.statusCode()).isEqualTo(400);
        assertThat(nobody.jsonPath().getString("errors[0].code")).isEqualTo("EXCHANGE_PARTNER_UNKNOWN");
        assertThat(nobody.jsonPath().getString("errors[0].detail")).contains("trust list");
    }

    @Test
    void every_code_has_its_words() throws Exception {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var catalogue = Objects.requireNonNull(loader.getResourceAsStream("contracts/errors.yaml"))) {
            var words = new String(catalogue.readAllBytes(), UTF_8);
            assertThat(Stream.of(Refusal.values()).map(Refusal::inCatalogue))
                    .allSatisfy(code -> assertThat(words).contains("\n" + code + ":\n"));
        }
    }

    private static List<String> admitted(String path) {
        return ROLES.stream()
                .filter(role -> given().auth().oauth2(token(role)).get(path).statusCode() == 200)
                .toList();
    }

    private static int post(String role, String body) {
        return given().auth()
                .oauth2(token(role))
                .contentType("application/json")
                .body(body)
                .post("/exchange/replays")
                .statusCode();
    }

    private static String token(String role) {
        return TestTokens.stranger("somebody", role).claim("org", "370700").token();
    }
}
