package org.lingbao.contribution.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lingbao.contribution.story.Story.as;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.YearMonth;
import java.util.UUID;
import org.lingbao.local.testing.Fields;
import org.lingbao.local.testing.TestTokens;

/** What an operator does about a month's bills. */
public final class BillingOrder {
    private BillingOrder() {}

    /** Orders the bills of a month and waits until they are issued. @return the run as it ended */
    public static JsonPath done(YearMonth month) {
        return awaited(order(UUID.randomUUID().toString(), month, false));
    }

    /** The same, only counted. */
    public static JsonPath dry(YearMonth month) {
        return awaited(order(UUID.randomUUID().toString(), month, true));
    }

    public static Response order(String key, YearMonth month, boolean dry) {
        return as(TestTokens.of("operator"))
                .header("Idempotency-Key", key)
                .body("{\"month\": \"%s\", \"dryRun\": %s}".formatted(month, dry))
                .post("/billing-runs");
    }

    public static JsonPath awaited(Response ordered) {
        assertThat(ordered.statusCode()).isEqualTo(202);
        var address = ordered.header("Location");
        String run = ordered.path("runId");
        assertThat(address).endsWith("/billing-runs/" + run);
        return JsonPath.from(await().atMost(Duration.ofSeconds(60))
                .until(() -> answer(run), view -> "DONE".equals(Fields.text(view, "/status"))));
    }

    public static JsonPath seen(String run) {
        return JsonPath.from(answer(run));
    }

    private static String answer(String run) {
        return as(TestTokens.of("operator"))
                .get("/billing-runs/{run}", run)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
