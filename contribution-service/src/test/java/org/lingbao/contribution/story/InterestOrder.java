package org.lingbao.contribution.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lingbao.contribution.story.Story.as;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.lingbao.local.testing.Fields;
import org.lingbao.local.testing.TestTokens;

/** What an operator does about a year's interest. */
public final class InterestOrder {
    private InterestOrder() {}

    /** Orders the interest of a year and waits until it is credited. @return the run as it ended */
    public static JsonPath done(int year) {
        return awaited(order(year, ""));
    }

    /** The same, with what counts where the law leaves it open. */
    public static JsonPath done(int year, String from) {
        return awaited(order(year, ", \"creditsBearInterestFrom\": \"" + from + "\""));
    }

    /** Only reckoned. */
    public static JsonPath dry(int year) {
        return awaited(order(year, ", \"dryRun\": true"));
    }

    public static Response order(int year, String more) {
        return as(TestTokens.of("operator"))
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"year\": %d%s}".formatted(year, more))
                .post("/interest-runs");
    }

    public static JsonPath awaited(Response ordered) {
        assertThat(ordered.statusCode()).as(ordered.asString()).isEqualTo(202);
        return awaited(ordered.<String>path("runId"));
    }

    public static JsonPath awaited(String run) {
        return JsonPath.from(await().atMost(Duration.ofSeconds(60))
                .until(() -> seen(run), view -> "DONE".equals(Fields.text(view, "/status"))));
    }

    private static String seen(String run) {
        return as(TestTokens.of("auditor"))
                .get("/interest-runs/{run}", run)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
