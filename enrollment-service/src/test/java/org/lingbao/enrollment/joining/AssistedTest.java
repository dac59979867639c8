package org.lingbao.enrollment.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.lingbao.enrollment.testing.Citizen.application;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** A clerk acts, the person confirms (帮办代办): the record keeps both, or nothing is done. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AssistedTest {
    private static final String BY_CARD = """
            "TOWN_SERVICE_CENTER", "confirmation": {"kind": "CARD", "reference": "READER-370702-0042"}""";

    private final String clerk = TestTokens.of("li.clerk");

    @Test
    void the_record_says_who_acted_who_confirmed_and_by_what() {
        var personId = atTheCounter(Citizen.driver());

        String id = post("/enrollments", clerk, application(personId).replace("\"MOBILE_12333\"", BY_CARD))
                .statusCode(201)
                .extract()
                .path("enrollmentId");

        assertThat(TestDatabase.query("""
                        select cast(person_id as text) as person, actor_subject as clerk, operator_place as place,
                               confirmed_by as kind, confirmation_reference as reference
                        from application where id = cast(? as uuid)""", id))
                .containsExactly(Map.of(
                        "person",
                        personId,
                        "clerk",
                        TestTokens.subject("li.clerk"),
                        "place",
                        "370700",
                        "kind",
                        "CARD",
                        "reference",
                        "READER-370702-0042"));
    }

    @Test
    void a_clerk_alone_enrolls_nobody_and_is_told_everything_that_is_missing_at_once() {
        var personId = atTheCounter(Citizen.born(LocalDate.of(2012, 1, 1)));

        post("/enrollments", clerk, application(personId).replace("MOBILE_12333", "TOWN_SERVICE_CENTER"))
                .statusCode(422)
                .body("errors.code", contains("CONFIRMATION_REQUIRED", "UNDER_MINIMUM_AGE"))
                .body("errors[0].detail", containsString("CARD, FACE, PIN"))
                .body("errors[0].pointer", containsString("/confirmation"));

        assertThat(TestDatabase.number("select count(*) from relation where person_id = cast(? as uuid)", personId))
                .isZero();
        assertThat(TestDatabase.number("""
                        select count(*) from application where person_id = cast(? as uuid) and outcome = 'REFUSED'""", personId)).isEqualTo(1);
    }

    @Test
    void a_clerk_does_not_get_round_it_through_a_machine() {
        var personId = atTheCounter(Citizen.driver());

        post("/enrollments", clerk, application(personId).replace("MOBILE_12333", "SELF_SERVICE_TERMINAL"))
                .statusCode(422)
                .body("errors.code", contains("CONFIRMATION_REQUIRED"));
    }

    @Test
    void a_reference_that_could_be_a_persons_number_or_phone_is_refused() {
        var citizen = Citizen.driver();
        var body = application(atTheCounter(citizen)).replace("\"MOBILE_12333\"", BY_CARD);

        post("/enrollments", clerk, body.replace("READER-370702-0042", "CARD-" + citizen.number()))
                .statusCode(400);
        post("/enrollments", clerk, body.replace("READER-370702-0042", "TEL-" + citizen.phone()))
                .statusCode(400);
        post("/enrollments", clerk, body.replace("CARD\"", "NOD\"")).statusCode(400);
    }

    @Test
    void the_machine_that_the_token_names_stands_on_the_record() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var atKiosk = TestTokens.mint(citizen.login())
                .claim("terminal", "kiosk-370702-01")
                .token();

        String id = post(
                        "/enrollments", atKiosk, application(personId).replace("MOBILE_12333", "SELF_SERVICE_TERMINAL"))
                .statusCode(201)
                .extract()
                .path("enrollmentId");

        assertThat(TestDatabase.query("select channel, device from application where id = cast(? as uuid)", id))
                .containsExactly(Map.of("channel", "SELF_SERVICE_TERMINAL", "device", "kiosk-370702-01"));
    }

    private String atTheCounter(Citizen citizen) {
        return post("/persons", clerk, citizen.registration())
                .statusCode(201)
                .extract()
                .path("personId");
    }
}
