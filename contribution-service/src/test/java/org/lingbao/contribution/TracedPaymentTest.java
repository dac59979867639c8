package org.lingbao.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTopics;
import org.lingbao.platform.trace.Traces;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class TracedPaymentTest {

    @Test
    void the_event_of_a_paid_month_is_in_the_trace_of_the_payment() {
        var trace = UUID.randomUUID().toString().replace("-", "");
        var person = Story.insured();
        var bill = Story.billOf(person);
        RestAssured.requestSpecification =
                RestAssured.given().header(Traces.HEADER, "00-" + trace + "-00f067aa0ba902b7-01");
        try {
            Story.pays(Story.TERMINAL, Story.newSequence(), bill, Story.PENSION)
                    .then()
                    .body("outcome", equalTo("PAID"));
        } finally {
            RestAssured.requestSpecification = null;
        }
        var paid = TestTopics.await(
                "contribution.person",
                1,
                message -> person.id().toString().equals(message.key())
                        && "contribution.month-paid.v1".equals(message.headers().get("ce_type")));
        assertThat(paid)
                .singleElement()
                .satisfies(message ->
                        assertThat(message.headers().get(Traces.HEADER)).startsWith("00-" + trace + "-"));
    }
}
