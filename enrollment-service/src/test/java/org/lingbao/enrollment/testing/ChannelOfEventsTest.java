package org.lingbao.enrollment.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;
import org.lingbao.local.testing.TestTopics.Message;

/** Every event that somebody asked for says through which channel (办理渠道); what follows from another fact says none. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ChannelOfEventsTest {
    private static final String CHANNEL = ", \"channel\": \"MOBILE_12333\"}";

    @Inject
    ObjectMapper json;

    @Test
    void what_somebody_asked_for_says_through_which_channel() {
        var citizen = Citizen.driver();
        var personId = post("/persons", citizen.token(), through(citizen.registration()))
                .statusCode(201)
                .extract()
                .<String>path("personId");
        citizen.enroll(personId).statusCode(201);
        var consents = "/persons/" + personId + "/consents";
        post(consents, citizen.token(), through("{\"purpose\": \"JOB_MATCHING\", \"version\": 1}"))
                .statusCode(201);
        as(citizen.token())
                .delete(consents + "/JOB_MATCHING?channel=MOBILE_12333")
                .then()
                .statusCode(204);
        var relation = as(citizen.token())
                .get("/persons/" + personId + "/relations")
                .jsonPath()
                .getString("[0].relationId");
        for (var what : List.of("pause", "resume")) {
            post("/relations/" + relation + "/" + what, citizen.token(), through("{\"fromMonth\": \"2026-10\"}"))
                    .statusCode(200);
        }

        var messages = TestTopics.awaitKey("enrollment.person", personId, 8);

        assertThat(messages)
                .filteredOn(message -> !type(message).equals("person-area-added"))
                .extracting(message -> type(message) + " " + channel(message))
                .containsExactly(
                        "person-registered MOBILE_12333",
                        "relation-opened MOBILE_12333",
                        "consent-granted MOBILE_12333",
                        "consent-revoked MOBILE_12333",
                        "relation-paused MOBILE_12333",
                        "relation-resumed MOBILE_12333");
        assertThat(messages)
                .allSatisfy(message -> assertThat(Schemas.complaints("enrollment", type(message), message.text()))
                        .isEmpty());
    }

    @Test
    void where_a_request_may_leave_the_channel_out_and_did_the_event_says_none() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var consents = "/persons/" + personId + "/consents";
        post(consents, citizen.token(), "{\"purpose\": \"JOB_MATCHING\", \"version\": 1}")
                .statusCode(201);
        as(citizen.token()).delete(consents + "/JOB_MATCHING").then().statusCode(204);

        assertThat(TestTopics.awaitKey("enrollment.person", personId, 4))
                .extracting(Message::text)
                .noneMatch(text -> text.contains("channel"));
    }

    @Test
    void what_follows_from_an_employment_says_none() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        post("/employments", TestTokens.of("chen.employer"), """
                {"identityNumber": "%s", "name": "%s", "place": "370700", "startsOn": "2026-09-15"}""".formatted(citizen.number(), citizen.name()))
                .statusCode(201);

        var opened = TestTopics.awaitKey("enrollment.person", personId, 5).stream()
                .filter(message -> type(message).equals("relation-opened"))
                .toList();

        assertThat(opened).isNotEmpty().extracting(this::channel).containsOnly("");
    }

    private static String through(String request) {
        return request.strip().replaceFirst("}$", CHANNEL);
    }

    private static String type(Message message) {
        return message.headers()
                .getOrDefault("ce_type", "")
                .replace("enrollment.", "")
                .replace(".v1", "");
    }

    private String channel(Message message) {
        try {
            return json.readTree(message.text()).path("channel").asText("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
