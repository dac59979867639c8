package org.lingbao.enrollment.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ConsentResourceTest {
    private static final String CONSENT = """
            {"purpose": "STATEMENT_AT_TERMINAL", "version": 1}""";

    @Test
    void a_consent_is_granted_and_revoked_and_others_hear_of_both_in_order() {
        var citizen = Citizen.driver();
        var personId = citizen.register();

        post(path(personId), citizen.token(), CONSENT)
                .statusCode(201)
                .body("purpose", equalTo("STATEMENT_AT_TERMINAL"))
                .body("version", equalTo(1))
                .body("grantedOn", equalTo("2026-09-01"));
        as(citizen.token())
                .delete(path(personId) + "/STATEMENT_AT_TERMINAL")
                .then()
                .statusCode(204);

        assertThat(types(personId, 4))
                .containsExactly(
                        "enrollment.person-registered.v1",
                        "enrollment.person-area-added.v1",
                        "enrollment.consent-granted.v1",
                        "enrollment.consent-revoked.v1");
    }

    @Test
    void granting_or_revoking_again_changes_nothing_and_publishes_nothing() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        post(path(personId), citizen.token(), CONSENT).statusCode(201);
        post(path(personId), citizen.token(), CONSENT).statusCode(201);
        as(citizen.token())
                .delete(path(personId) + "/STATEMENT_AT_TERMINAL")
                .then()
                .statusCode(204);
        as(citizen.token())
                .delete(path(personId) + "/STATEMENT_AT_TERMINAL")
                .then()
                .statusCode(204);
        post(path(personId), citizen.token(), CONSENT).statusCode(201);

        assertThat(types(personId, 5))
                .containsExactly(
                        "enrollment.person-registered.v1",
                        "enrollment.person-area-added.v1",
                        "enrollment.consent-granted.v1",
                        "enrollment.consent-revoked.v1",
                        "enrollment.consent-granted.v1");
        assertThat(TestDatabase.number("select count(*) from consent where person_id = cast(? as uuid)", personId))
                .isEqualTo(2);
    }

    @Test
    void a_new_version_of_the_text_ends_the_consent_to_the_old_one() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        post(path(personId), citizen.token(), CONSENT).statusCode(201);
        var older = TestDatabase.execute("update consent set version = 7 where person_id = cast(? as uuid)", personId);
        assertThat(older).isEqualTo(1);

        post(path(personId), citizen.token(), CONSENT).statusCode(201).body("version", equalTo(1));

        assertThat(TestDatabase.query(
                        "select version, ended_on is null as live from consent where person_id = cast(? as uuid)"
                                + " order by version",
                        personId))
                .extracting(row -> row.get("version") + " " + row.get("live"))
                .containsExactly("1 true", "7 false");
    }

    @Test
    void nobody_consents_to_a_text_that_is_not_in_force() {
        var citizen = Citizen.driver();
        var personId = citizen.register();

        post(path(personId), citizen.token(), """
                {"purpose": "STATEMENT_AT_TERMINAL", "version": 9}""")
                .statusCode(400)
                .body("errors.code", contains("UNKNOWN_PURPOSE"))
                .body("errors[0].detail", containsString("STATEMENT_AT_TERMINAL 1"));
        post(path(personId), citizen.token(), """
                {"purpose": "SELL_MY_DATA", "version": 1}""").statusCode(400);
    }

    @Test
    void a_malformed_consent_gets_every_violation_at_once() {
        post(path(Citizen.driver().register()), Citizen.driver().token(), """
                {"purpose": "a b", "version": 0}""")
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/purpose", "/version"));
    }

    @Test
    void nobody_else_consents_for_me() {
        var citizen = Citizen.driver();
        var personId = citizen.register();

        post(path(personId), Citizen.driver().token(), CONSENT).statusCode(404);
        post(path(personId), TestTokens.of("zhou.clerk"), CONSENT).statusCode(404);
        post(path(personId), TestTokens.of("terminal-370702-0001"), CONSENT).statusCode(403);
        as(Citizen.driver().token())
                .delete(path(personId) + "/STATEMENT_AT_TERMINAL")
                .then()
                .statusCode(404);
    }

    @Test
    void a_clerk_of_the_area_may_record_a_consent_and_both_identities_stay() {
        var personId = Citizen.driver().register();

        post(path(personId), TestTokens.of("li.clerk"), CONSENT)
                .statusCode(422)
                .body("errors.code", contains("CONFIRMATION_REQUIRED"));
        post(path(personId), TestTokens.of("li.clerk"), CONSENT.replace("1}", """
                        1, "channel": "AGENCY_COUNTER", "confirmation": {"kind": "PIN", "reference": "PAD-0007"}}"""))
                .statusCode(201);

        assertThat(TestDatabase.query("select actor_subject from consent where person_id = cast(? as uuid)", personId))
                .extracting(row -> row.get("actor_subject"))
                .containsExactly(TestTokens.subject("li.clerk"));
        assertThat(TestDatabase.query("""
                        select channel, confirmed_by, confirmation_reference, operator_place from act
                        where person_id = cast(? as uuid) and kind = 'CONSENT_GRANTED'""", personId))
                .containsExactly(Map.of(
                        "channel",
                        "AGENCY_COUNTER",
                        "confirmed_by",
                        "PIN",
                        "confirmation_reference",
                        "PAD-0007",
                        "operator_place",
                        "370700"));
    }

    @Test
    void every_record_says_through_which_channel_and_client_it_came() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        post(path(personId), citizen.token(), CONSENT.replace("1}", "1, \"channel\": \"MOBILE_12333\"}"))
                .statusCode(201);
        as(citizen.token())
                .delete(path(personId) + "/STATEMENT_AT_TERMINAL?channel=MOBILE_12333")
                .then()
                .statusCode(204);
        post(path(personId), citizen.token(), CONSENT.replace("1}", "1, \"channel\": \"PIGEON\"}"))
                .statusCode(400)
                .body("errors.code", contains("UNKNOWN_CHANNEL"));

        assertThat(TestDatabase.query("""
                        select kind || ' ' || channel as line, client is not null as client from act
                        where person_id = cast(? as uuid) order by acted_at, kind""", personId))
                .extracting(row -> row.get("line") + " " + row.get("client"))
                .containsExactly(
                        "PERSON_REGISTERED UNNAMED true",
                        "CONSENT_GRANTED MOBILE_12333 true",
                        "CONSENT_REVOKED MOBILE_12333 true");
    }

    private static String path(String personId) {
        return "/persons/" + personId + "/consents";
    }

    private static List<String> types(String personId, int count) {
        return TestTopics.awaitKey("enrollment.person", personId, count).stream()
                .map(message -> message.headers().getOrDefault("ce_type", ""))
                .toList();
    }
}
