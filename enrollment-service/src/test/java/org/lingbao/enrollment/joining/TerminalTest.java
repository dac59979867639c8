package org.lingbao.enrollment.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.enrollment.testing.Citizen.TERMINAL;
import static org.lingbao.enrollment.testing.Citizen.application;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.confirmed;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** A bank's terminal enrolls who stands before it (社银合作网点、自助终端), by number and confirmation, and sees nothing else. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class TerminalTest {
    private static final String OF_THE_SAME_BANK = "terminal-370702-0002";

    private final String terminal = TestTokens.of(TERMINAL);

    @Test
    void a_stranger_is_registered_and_enrolled_and_the_record_says_which_machine_and_who_confirmed() {
        var personId = post("/persons", terminal, Citizen.driver().atTerminal())
                .statusCode(201)
                .extract()
                .<String>path("personId");

        String id = enroll(terminal, personId).statusCode(201).extract().path("enrollmentId");

        assertThat(TestDatabase.query("""
                        select cast(person_id as text) as person, channel, device, actor_subject as actor, confirmed_by as kind,
                               confirmation_reference as reference
                        from application where id = cast(? as uuid)""", id))
                .containsExactly(Map.of(
                        "person",
                        personId,
                        "channel",
                        "BANK_OUTLET",
                        "device",
                        "370702-0001",
                        "actor",
                        TestTokens.subject(TERMINAL),
                        "kind",
                        "CARD",
                        "reference",
                        "READER-0001"));
        assertThat(TestDatabase.query("""
                        select device || ' ' || confirmed_by as line from act
                        where person_id = cast(? as uuid) and kind = 'PERSON_REGISTERED'""", personId))
                .extracting(row -> row.get("line"))
                .containsExactly("370702-0001 CARD");
    }

    @Test
    void everything_that_is_wrong_with_a_registration_at_a_terminal_is_told_at_once() {
        var body = Citizen.driver()
                .registration()
                .replace("\"370702\"", "\"370792\"")
                .replaceFirst("\\{", "{\"channel\": \"NOWHERE\", ");
        post("/persons", terminal, body)
                .statusCode(400)
                .body("errors.code", containsInAnyOrder("UNKNOWN_CHANNEL", "CONFIRMATION_REQUIRED", "UNKNOWN_PLACE"));
    }

    @Test
    void without_the_persons_confirmation_a_terminal_reaches_and_enrolls_nobody() {
        var child = Citizen.born(LocalDate.of(2012, 1, 1));
        post("/persons", terminal, child.registration())
                .statusCode(422)
                .body("errors.code", contains("CONFIRMATION_REQUIRED"));
        var personId = served(child);

        post("/enrollments", terminal, application(personId).replace("MOBILE_12333", "SELF_SERVICE_TERMINAL"))
                .statusCode(422)
                .body("errors.code", contains("CONFIRMATION_REQUIRED", "UNDER_MINIMUM_AGE"));

        assertThat(TestDatabase.number("select count(*) from relation where person_id = cast(? as uuid)", personId))
                .isZero();
    }

    @Test
    void whom_it_never_served_it_does_not_reach_even_by_number_alone() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        post("/persons/lookup", terminal, "{\"identityNumber\": \"" + citizen.number() + "\"}")
                .statusCode(200);

        enroll(terminal, personId).statusCode(404);
        post("/one-thing-applications", terminal, oneThing(personId)).statusCode(404);

        assertThat(TestDatabase.number("select count(*) from application where person_id = cast(? as uuid)", personId))
                .isZero();
    }

    @Test
    void who_was_there_yesterday_or_at_another_machine_shows_the_number_again() {
        var citizen = Citizen.driver();
        var personId = served(citizen);
        enroll(TestTokens.of(OF_THE_SAME_BANK), personId).statusCode(404);

        var moved = TestDatabase.execute(
                "update served_at_terminal set served_on = ? where person_id = cast(? as uuid)",
                LocalDate.of(2026, 8, 31),
                personId);

        assertThat(moved).isEqualTo(1);
        enroll(terminal, personId).statusCode(404);
        post("/persons", terminal, citizen.atTerminal()).statusCode(200);
        enroll(terminal, personId).statusCode(201);
    }

    @Test
    void it_reads_what_it_applied_for_with_the_receipt_and_nothing_else_of_the_person() {
        var citizen = Citizen.driver();
        var personId = served(citizen);
        String own = enroll(terminal, personId).statusCode(201).extract().path("enrollmentId");
        String refused = citizen.enroll(personId).statusCode(422).extract().path("applicationId");
        var another = Citizen.driver();
        String alone = another.enroll(served(another)).statusCode(201).extract().path("enrollmentId");

        as(terminal).get("/enrollments/" + own).then().statusCode(200).body("outcome", equalTo("ACCEPTED"));
        as(terminal).get("/enrollments/" + own + "/receipt").then().statusCode(200);
        as(citizen.token()).get("/enrollments/" + own).then().statusCode(200);
        for (var other : new String[] {alone, refused}) {
            as(terminal).get("/enrollments/" + other).then().statusCode(404);
            as(terminal).get("/enrollments/" + other + "/receipt").then().statusCode(404);
        }
        as(TestTokens.of(OF_THE_SAME_BANK)).get("/enrollments/" + own).then().statusCode(404);
        as(TestTokens.of(OF_THE_SAME_BANK))
                .get("/enrollments/" + own + "/receipt")
                .then()
                .statusCode(404);
        for (var closed : new String[] {"", "/enrollments", "/relations", "/consents", "/contacts"}) {
            as(terminal).get("/persons/" + personId + closed).then().statusCode(403);
        }
        assertThat(TestDatabase.query("""
                        select action || ': ' || purpose as line from audit
                        where subject_id = cast(? as uuid) and actor = ? order by id""", personId, TestTokens.subject(TERMINAL)))
                .extracting(row -> row.get("line"))
                .containsExactly(
                        "person.present-at-counter: assisted at a terminal of the bank",
                        "enrollment.view: served at a terminal of the bank",
                        "receipt.print: served at a terminal of the bank");
    }

    @Test
    void one_thing_is_applied_for_and_followed_at_the_same_machine() {
        var personId = served(Citizen.driver());

        String id = post("/one-thing-applications", terminal, oneThing(personId))
                .statusCode(201)
                .body("enrollment.channel", equalTo("BANK_OUTLET"))
                .extract()
                .path("oneThingId");

        as(terminal).get("/one-thing-applications/" + id).then().statusCode(200).body("personId", equalTo(personId));
        as(TestTokens.of(OF_THE_SAME_BANK))
                .get("/one-thing-applications/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void a_number_under_another_name_is_refused_and_the_attempt_stays() {
        var citizen = Citizen.driver();
        var unused = citizen.register();
        var before = inVain();

        post("/persons", terminal, citizen.atTerminal().replace(citizen.name(), "别人"))
                .statusCode(409)
                .body("errors.code", contains("PERSON_ALREADY_REGISTERED"));

        assertThat(inVain()).isEqualTo(before + 1);
    }

    @Test
    void a_banks_own_system_enrolls_nobody() {
        var citizen = Citizen.driver();
        var personId = served(citizen);
        var bank = TestTokens.of("bank-ccb");

        post("/persons", bank, citizen.atTerminal()).statusCode(403);
        enroll(bank, personId).statusCode(403).body("errors.code", contains("FORBIDDEN"));
        post("/one-thing-applications", bank, oneThing(personId)).statusCode(403);
    }

    private String served(Citizen citizen) {
        var unused = citizen.register();
        return post("/persons", terminal, citizen.atTerminal())
                .statusCode(200)
                .extract()
                .path("personId");
    }

    private static ValidatableResponse enroll(String token, String personId) {
        return post("/enrollments", token, confirmed(application(personId).replace("MOBILE_12333", "BANK_OUTLET")));
    }

    private static String oneThing(String personId) {
        return confirmed("""
               {"personId": "%s", "occupation": "4-02-07-10", "place": "370700", "category": "OTHER_FLEXIBLE",
                "statements": {"pensioner": false, "employedInsured": false}, "plan": {"base": "5000.00", "period": "MONTH"},
                "channel": "BANK_OUTLET"}""".formatted(personId));
    }

    private static long inVain() {
        return TestDatabase.number(
                "select count(*) from audit where action = 'person.present-at-counter.in-vain' and actor = ?",
                TestTokens.subject(TERMINAL));
    }
}
