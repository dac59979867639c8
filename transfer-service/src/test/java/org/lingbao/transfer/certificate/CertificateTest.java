package org.lingbao.transfer.certificate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.transfer.story.EnrollmentStandIn;
import org.lingbao.transfer.story.Story;
import org.lingbao.transfer.story.Story.Person;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(EnrollmentStandIn.class)
class CertificateTest {

    private static Response asks(Person person, String key) {
        return Story.as(person.token())
                .header("Idempotency-Key", key)
                .body("""
                        {"personId": "%s", "place": "%s"}""".formatted(person.id(), Story.WEIFANG))
                .post("/certificates");
    }

    @Test
    void a_certificate_states_what_was_paid_and_shows_its_holder_only_to_who_may_see_the_person() {
        var person = Story.insured();
        var issued = asks(person, "first").then().statusCode(201);
        issued.body("from", equalTo("2026-07"))
                .body("to", equalTo("2026-08"))
                .body("months", equalTo(2))
                .body("balance", equalTo("731.68"))
                .body("relationLives", equalTo(true))
                .body("issuedOn", equalTo(TestStack.FIRST_DAY))
                .body("agency", notNullValue())
                .body("holder", nullValue());
        var number = issued.extract().<String>path("number");

        Story.as(person.token())
                .get("/certificates/" + number)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("holder.name", equalTo("赵强"))
                .body("holder.identityNumber", equalTo(person.number()))
                .body("months", equalTo(2));
        Story.clerk().get("/certificates/" + number).then().statusCode(200);
        Story.as(TestTokens.of(Story.CLERK_OF_QINGDAO))
                .get("/certificates/" + number)
                .then()
                .statusCode(404);
        Story.as(Story.insured().token()).get("/certificates/" + number).then().statusCode(404);
    }

    @Test
    void whoever_holds_the_paper_can_verify_it_and_learns_no_name() {
        var person = Story.insured();
        var code = asks(person, "verified").then().statusCode(201).extract().<String>path("verificationCode");
        assertThat(code).startsWith("T");

        given().get("/verify/" + code)
                .then()
                .statusCode(200)
                .body("months", equalTo(2))
                .body("balance", equalTo("731.68"))
                .body(not(containsString(person.number())))
                .body(not(containsString("赵强")))
                .body(not(containsString(person.id().toString())));
        given().get("/verify/T" + "0".repeat(32)).then().statusCode(404);
    }

    @Test
    void asked_again_under_the_same_key_it_is_the_same_certificate_and_nothing_kept_tells_whose_it_is() {
        var person = Story.insured();
        var number = asks(person, "again").then().statusCode(201).extract().<String>path("number");
        asks(person, "again")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"))
                .body("number", equalTo(number));

        assertThat(TestDatabase.number("select count(*) from certificate where person_id = ?", person.id()))
                .isEqualTo(1);
        assertThat(TestDatabase.number(
                        "select count(*) from idempotency where body like ? or body like ?",
                        "%" + person.number() + "%",
                        "%赵强%"))
                .isZero();
    }

    @Test
    void who_paid_nothing_here_gets_none_and_is_told_why() {
        var person = Story.newcomer();
        Story.relation(person, Story.WEIFANG);
        asks(person, "nothing")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("NOTHING_PAID_HERE"))
                .body("errors[0].howToFix", notNullValue());
    }

    @Test
    void a_place_of_another_province_or_of_none_is_refused_and_nothing_is_certified() {
        var person = Story.insured();
        for (var place : List.of("110000", "379999")) {
            Story.as(person.token())
                    .header("Idempotency-Key", place)
                    .body("""
                            {"personId": "%s", "place": "%s"}""".formatted(person.id(), place))
                    .post("/certificates")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/place"));
        }
        assertThat(TestDatabase.number("select count(*) from certificate where person_id = ?", person.id()))
                .isZero();
    }

    @Test
    void a_stranger_and_an_unknown_person_are_not_there() {
        var person = Story.insured();
        var stranger = new Person(person.id(), Story.insured().name(), person.number());
        asks(stranger, "stranger").then().statusCode(404);
        asks(new Person(UUID.randomUUID(), person.name(), person.number()), "unknown")
                .then()
                .statusCode(404);
    }

    @Test
    void while_contribution_is_away_the_answer_is_503_and_nothing_is_kept() {
        var person = Story.insured();
        Story.enrollmentAway(true);
        try {
            asks(person, "away").then().statusCode(503).header("Retry-After", notNullValue());
        } finally {
            Story.enrollmentAway(false);
        }
        asks(person, "away").then().statusCode(201).header("Idempotent-Replayed", nullValue());
    }
}
