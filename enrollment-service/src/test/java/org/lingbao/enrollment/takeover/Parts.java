package org.lingbao.enrollment.takeover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestTokens;

/** Files of another system, and the parts of them. */
final class Parts {
    static final String OPERATOR = TestTokens.of("operator");

    private Parts() {}

    static String begin(int parts) {
        return post("/takeovers", OPERATOR, """
                        {"area": "370000", "origin": "OLD-SYSTEM", "parts": %d}""".formatted(parts))
                .statusCode(201)
                .extract()
                .path("takeoverId");
    }

    static ValidatableResponse part(String takeover, int part, String... lines) {
        return as(OPERATOR)
                .contentType("text/csv")
                .body(String.join("\n", List.of(lines)).getBytes(UTF_8))
                .put("/takeovers/" + takeover + "/parts/" + part)
                .then();
    }

    static ValidatableResponse report(String takeover) {
        return as(OPERATOR).get("/takeovers/" + takeover).then().statusCode(200);
    }

    static String line(Citizen somebody, String community, String enrolled) {
        return String.join(
                ",", somebody.number(), somebody.name(), somebody.phone(), somebody.hukou(), community, enrolled);
    }
}
