package org.lingbao.contribution.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lingbao.contribution.story.Story.as;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.UUID;
import org.lingbao.local.testing.TestTokens;

/** Runs of reminders as an operator orders them. */
public final class ReminderOrder {
    private ReminderOrder() {}

    /** One that is done. */
    public static JsonPath done(boolean dry) {
        var ordered = as(TestTokens.of("operator"))
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"dryRun\": %s}".formatted(dry))
                .post("/reminder-runs");
        assertThat(ordered.statusCode()).isEqualTo(202);
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> as(TestTokens.of("operator"))
                                .get(ordered.header("Location"))
                                .jsonPath(),
                        run -> "DONE".equals(run.getString("status")));
    }
}
