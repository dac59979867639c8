package org.lingbao.transfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.transfer.story.Story.DALIAN;
import static org.lingbao.transfer.story.Story.WEIFANG;
import static org.lingbao.transfer.story.Story.application;
import static org.lingbao.transfer.story.Story.applies;
import static org.lingbao.transfer.story.Story.as;
import static org.lingbao.transfer.story.Story.clerk;
import static org.lingbao.transfer.story.Story.insured;
import static org.lingbao.transfer.story.Story.registered;
import static org.lingbao.transfer.story.Story.transferOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.transfer.story.EnrollmentStandIn;
import org.lingbao.transfer.story.NothingWaits;
import org.lingbao.transfer.story.Story;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(EnrollmentStandIn.class)
class ApplicationTest implements NothingWaits {
    @Inject
    PostOffice post;

    @Test
    void who_may_move_has_a_case_and_the_letter_is_written_at_once() {
        var person = insured();
        var id = applies(person)
                .then()
                .statusCode(201)
                .body("side", equalTo("IN"))
                .body("status", equalTo("ACCEPTED"))
                .body("oldPlace.code", equalTo(DALIAN))
                .body("newPlace.name", notNullValue())
                .body("deadline.deadline", equalTo("TRANSFER_FORM"))
                .body("deadline.due", notNullValue())
                .body("messages.document", contains("TR02"))
                .body("messages[0].verdict", nullValue())
                .body("news.news", contains("APPLICATION_RECEIVED", "LETTER_SENT"))
                .body("tasks", nullValue())
                .body("explanation.rule", equalTo("transfer.relation"))
                .extract()
                .<String>path("transferId");
        var letters = post.written(UUID.fromString(id));
        assertThat(letters).hasSize(1);
        var letter = letters.getFirst();
        assertThat(letter.partner()).isEqualTo("210000");
        assertThat(String.valueOf(letter.body())).contains(person.number());
    }

    @Test
    void within_a_province_and_for_who_is_too_old_no_case_is_opened() {
        var person = insured();
        applies(person, "within", application(person, "370200", WEIFANG, false))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("NO_TRANSFER_NEEDED"))
                .body("explanation.rule", equalTo("transfer.relation"));
        var old = insured("1976-08-31");
        applies(old)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("TEMPORARY_ACCOUNT"))
                .body("reachedOn", equalTo("2026-08-31"));
        assertThat(casesOf(person) + casesOf(old)).isZero();
    }

    @Test
    void a_refusal_lists_every_reason_of_the_law_and_of_this_service() {
        var person = registered("1990-01-01");
        applies(person, "refused", application(person, DALIAN, WEIFANG, true))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.code", contains("DRAWING_PENSION", "TRANSFER_NO_RELATION"))
                .body("errors[0].citation", notNullValue());
        assertThat(casesOf(person)).isZero();
    }

    @Test
    void who_has_just_joined_is_told_to_try_again_and_the_same_application_then_succeeds() {
        var person = registered("1990-01-01");
        var application = application(person, DALIAN, WEIFANG, false);
        applies(person, "just-joined", application)
                .then()
                .statusCode(404)
                .header("Retry-After", notNullValue())
                .body("errors.code", contains("TRANSFER_NO_RELATION"));
        Story.relation(person, WEIFANG);
        applies(person, "just-joined", application).then().statusCode(201);
    }

    @Test
    void a_province_without_a_cell_is_not_written_to() {
        var person = insured();
        applies(person, "unconnected", application(person, "530100", WEIFANG, false))
                .then()
                .statusCode(422)
                .body("errors.code", contains("TRANSFER_NOT_CONNECTED"));
        assertThat(casesOf(person)).isZero();
    }

    @Test
    void a_second_transfer_beside_an_open_one_is_refused() {
        var person = insured();
        var unused = transferOf(person);
        applies(person).then().statusCode(422).body("errors.code", contains("TRANSFER_OPEN"));
        assertThat(casesOf(person)).isEqualTo(1);
    }

    @Test
    void an_application_sent_twice_is_one_case() {
        var person = insured();
        var body = application(person, DALIAN, WEIFANG, false);
        var first = applies(person, "twice", body).then().statusCode(201).extract();
        var second = applies(person, "twice", body)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .extract();
        assertThat(second.<String>path("transferId")).isEqualTo(first.path("transferId"));
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(casesOf(person)).isEqualTo(1);
        applies(person, "twice", application(person, "210100", WEIFANG, false))
                .then()
                .statusCode(409);
    }

    @Test
    void while_enrollment_is_away_nothing_is_done() {
        var person = insured();
        Story.enrollmentAway(true);
        try {
            applies(person, "away", application(person, DALIAN, WEIFANG, false))
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("errors.code", contains("ENROLLMENT_UNAVAILABLE"));
        } finally {
            Story.enrollmentAway(false);
        }
        assertThat(casesOf(person)).isZero();
        applies(person, "away", application(person, DALIAN, WEIFANG, false))
                .then()
                .statusCode(201);
    }

    @Test
    void a_request_is_told_all_that_is_wrong_with_it() {
        var person = insured();
        applies(person, "wrong", application(person, "219999", "210200", false))
                .then()
                .statusCode(400)
                .body("errors.code", containsInAnyOrder("UNKNOWN_PLACE"));
        applies(person, "wrong", application(person, DALIAN, "210100", false))
                .then()
                .statusCode(400)
                .body("errors.code", contains("PLACE_NOT_SERVED"));
        applies(person, "wrong", "{}").then().statusCode(400).body("errors", hasSize(4));
        as(person.token())
                .body(application(person, DALIAN, WEIFANG, false))
                .post("/transfers")
                .then()
                .statusCode(400)
                .body("errors.code", contains("IDEMPOTENCY_KEY_REQUIRED"));
    }

    @Test
    void nobody_applies_for_somebody_else_and_a_clerk_for_the_people_of_the_area() {
        var person = insured();
        var body = application(person, DALIAN, WEIFANG, false);
        as(insured().token())
                .header("Idempotency-Key", "other")
                .body(body)
                .post("/transfers")
                .then()
                .statusCode(404);
        as(TestTokens.of(Story.CLERK_OF_QINGDAO))
                .header("Idempotency-Key", "other")
                .body(body)
                .post("/transfers")
                .then()
                .statusCode(404);
        clerk().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/transfers")
                .then()
                .statusCode(201)
                .body("tasks", hasSize(0));
        assertThat(TestDatabase.number(
                        "select count(*) from audit where action = 'transfer.apply' and subject_id = ?", person.id()))
                .isEqualTo(1);
    }

    @Test
    void the_number_is_nowhere_but_in_the_letter() {
        var person = insured();
        var id = transferOf(person);
        for (var table : List.of(
                "transfer_case", "transfer_message", "transfer_task", "transfer_news", "idempotency", "audit")) {
            assertThat(TestDatabase.number(
                            "select count(*) from " + table + " t where t::text like '%" + person.number() + "%'"))
                    .as(table)
                    .isZero();
        }
        assertThat(id).isNotNull();
    }

    private static long casesOf(Story.Person person) {
        return TestDatabase.number("select count(*) from transfer_case where person_id = ?", person.id());
    }
}
