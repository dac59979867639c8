package org.lingbao.enrollment.joining;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.lingbao.enrollment.testing.Citizen.application;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestStack;

/** Whoever asks, joins or is refused is told what others will try to sell them, before they pay anybody. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class WarningsTest {

    @Test
    void the_answer_warns_of_sham_employers_and_paid_back_payments_in_both_languages_with_their_source() {
        var citizen = Citizen.driver();

        citizen.enroll(citizen.register())
                .statusCode(201)
                .body("warnings.code", contains("NO_SHAM_EMPLOYER", "ONE_OFF_OFFERS_ARE_FRAUD"))
                .body("warnings[0].detail.zh", containsString("不需要挂靠单位"))
                .body("warnings[1].detail.zh", containsString("一次性补缴"))
                .body("warnings[1].detail.en", containsString("one-off back-payment"))
                .body("warnings[1].howToFix.zh", containsString("不要付款"))
                .body("warnings.citation", everyItem(containsString("人社部发〔2016〕132号")));
    }

    @Test
    void who_is_refused_hears_them_with_the_reasons_and_reads_them_again_where_the_answer_says() {
        var late = Citizen.born(LocalDate.of(1950, 1, 1));

        var refused = late.enroll(late.register())
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.code", contains("REACHED_RETIREMENT_AGE"))
                .body("warnings.code", contains("NO_SHAM_EMPLOYER", "ONE_OFF_OFFERS_ARE_FRAUD"))
                .body("warnings[1].detail.zh", containsString("一次性补缴"))
                .extract();

        var id = refused.<String>path("applicationId");
        assertThat(refused.<String>path("instance")).isEqualTo("/enrollments/" + id);
        assertThat(refused.header("Location")).endsWith("/enrollments/" + id);
        as(late.token())
                .get(refused.header("Location"))
                .then()
                .statusCode(200)
                .body("enrollmentId", equalTo(id))
                .body("reasons.code", contains("REACHED_RETIREMENT_AGE"))
                .body("warnings.code", contains("NO_SHAM_EMPLOYER", "ONE_OFF_OFFERS_ARE_FRAUD"));
    }

    @Test
    void who_asks_again_under_the_same_key_hears_all_of_it_again() {
        var late = Citizen.born(LocalDate.of(1950, 1, 1));
        var body = application(late.register());
        var first =
                post("/enrollments", late.token(), "once", body).statusCode(422).extract();

        var again = post("/enrollments", late.token(), "once", body)
                .statusCode(422)
                .header("Idempotent-Replayed", "true")
                .extract();

        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void the_reasons_of_a_refusal_are_in_the_language_that_is_asked_for_and_the_warnings_in_both() {
        var late = Citizen.born(LocalDate.of(1950, 1, 1));
        var body = application(late.register());

        given().auth()
                .oauth2(late.token())
                .contentType("application/json")
                .header("Idempotency-Key", "in-chinese")
                .header("Accept-Language", "zh-CN")
                .body(body)
                .post("/enrollments")
                .then()
                .statusCode(422)
                .header("Content-Language", "zh-CN")
                .body("errors[0].detail", containsString("退休"))
                .body("warnings[0].detail.en", containsString("employer"));
    }

    @Test
    void who_is_refused_is_told_what_to_bring_the_next_time() {
        var late = Citizen.born(LocalDate.of(1950, 1, 1));
        var person = late.register();

        post("/enrollments", late.token(), "employee", application(person))
                .statusCode(422)
                .body("documents[0].code", contains("ID_CARD", "RESIDENCE_PERMIT", "SOCIAL_SECURITY_CARD"))
                .body("documents[0].name.zh", contains("居民身份证", "居住证", "社会保障卡"));
        post("/enrollments", late.token(), "resident", application(person, "RESIDENT", false))
                .statusCode(422)
                .body("documents", empty());
    }

    @Test
    void a_refused_application_for_one_thing_warns_too_at_once_and_when_it_is_read_again() {
        var child = Citizen.born(LocalDate.of(2012, 1, 1));

        var refused = post("/one-thing-applications", child.token(), """
                        {"personId": "%s", "occupation": "4-02-07-10", "place": "370700", "category": "OTHER_FLEXIBLE",
                         "statements": {"pensioner": false, "employedInsured": false},
                         "plan": {"base": "5000.00", "period": "MONTH"}, "channel": "MOBILE_12333"}""".formatted(child.register()))
                .statusCode(422)
                .body("warnings.code", contains("NO_SHAM_EMPLOYER", "ONE_OFF_OFFERS_ARE_FRAUD"))
                .extract();

        as(child.token())
                .get(refused.header("Location"))
                .then()
                .statusCode(200)
                .body("oneThingId", equalTo(refused.path("applicationId")))
                .body("status", equalTo("REFUSED"))
                .body("warnings.code", contains("NO_SHAM_EMPLOYER", "ONE_OFF_OFFERS_ARE_FRAUD"));
    }

    @Test
    void whoever_only_asks_is_warned_before_applying_for_any_day() {
        given().queryParam("place", "370700")
                .queryParam("scheme", "EMPLOYEE")
                .get("/rules/eligibility")
                .then()
                .statusCode(200)
                .body("warnings.code", contains("NO_SHAM_EMPLOYER", "ONE_OFF_OFFERS_ARE_FRAUD"));
        given().queryParam("place", "370700")
                .queryParam("scheme", "EMPLOYEE")
                .queryParam("birthDate", "2015-05-20")
                .queryParam("sex", "FEMALE")
                .queryParam("category", "OTHER_FLEXIBLE")
                .get("/rules/eligibility/answer")
                .then()
                .statusCode(200)
                .body("eligible", equalTo(false))
                .body("warnings.code", contains("NO_SHAM_EMPLOYER", "ONE_OFF_OFFERS_ARE_FRAUD"));
        given().queryParam("place", "370700")
                .queryParam("scheme", "RESIDENT")
                .get("/rules/eligibility")
                .then()
                .statusCode(200)
                .body("warnings", empty());
    }

    @Test
    void the_resident_scheme_has_other_notices() {
        var citizen = Citizen.driver();

        post("/enrollments", citizen.token(), application(citizen.register(), "RESIDENT", false))
                .statusCode(201)
                .body("warnings", empty());
    }
}
