package org.lingbao.matching;

import static io.restassured.RestAssured.get;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestMetrics;
import org.lingbao.local.testing.TestStack;

/** What dashboards and alerts may ask for is there: they are held against the same list. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class MetricsTest {
    @Test
    void the_list_for_dashboards_and_alerts_is_what_the_service_shows() {
        TestMetrics.prove("job-matching", path -> get(path).asString());
    }
}
