package org.lingbao.enrollment.coverage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.lingbao.enrollment.lines.PartLines;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestTokens;

/** Population files as an operator sends them. */
final class Feeds {
    private static final String OPERATOR = TestTokens.of("operator");

    private Feeds() {}

    static ValidatableResponse compared(String feed) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> report(feed).body("state", equalTo("COMPARED")));
        return report(feed);
    }

    static ValidatableResponse report(String feed) {
        return as(OPERATOR).get("/coverage-feeds/" + feed).then().statusCode(200);
    }

    static ValidatableResponse compare(String feed) {
        return post("/coverage-feeds/" + feed + "/comparison", OPERATOR, "");
    }

    static ValidatableResponse part(String feed, int number, String content) {
        return as(OPERATOR)
                .contentType("text/csv")
                .body(content.getBytes(UTF_8))
                .put("/coverage-feeds/" + feed + "/parts/" + number)
                .then();
    }

    static String announce(String area, List<String> parts) {
        return announced(area, parts).statusCode(201).extract().path("feedId");
    }

    static ValidatableResponse announced(String area, List<String> parts) {
        var digests = parts.stream()
                .map(part -> HexFormat.of().formatHex(PartLines.digest(part.getBytes(UTF_8))))
                .collect(Collectors.joining());
        return post("/coverage-feeds", OPERATOR, """
                {"area": "%s", "asOf": "2026-08-31", "digest": "%s", "parts": %d}""".formatted(
                        area, HexFormat.of().formatHex(PartLines.digest(digests.getBytes(UTF_8))), parts.size()));
    }

    static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    static String line(Citizen citizen, String community) {
        return citizen.number() + "," + citizen.name() + "," + community;
    }
}
