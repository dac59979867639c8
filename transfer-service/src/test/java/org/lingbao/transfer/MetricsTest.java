package org.lingbao.transfer;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestMetrics;
import org.lingbao.local.testing.TestStack;

/** What dashboards and alerts may ask for is there: they are held against the same list. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class MetricsTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void the_list_for_dashboards_and_alerts_is_what_the_service_shows() {
        get("/nowhere").then().statusCode(404);
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            var listed = TestMetrics.listed("transfer");
            var shown = TestMetrics.names(get("/q/metrics").asString());
            assertThat(shown).containsAll(listed);
            assertThat(TestMetrics.ours(shown)).isEqualTo(TestMetrics.ours(listed));
        });
    }
}
