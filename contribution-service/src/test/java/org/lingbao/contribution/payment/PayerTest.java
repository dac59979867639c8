package org.lingbao.contribution.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestLog;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTopics;

/** Who brought the money is told on as something that only compares. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class PayerTest {

    @Test
    void the_event_carries_a_hash_of_the_payer_that_is_the_same_for_the_same_payer_of_one_bank() {
        var reference = reference();
        var first = told(Story.TERMINAL, reference);
        var second = told(Story.TERMINAL, reference);
        var elsewhere = told(Story.OTHER_TERMINAL, reference);
        var another = told(Story.TERMINAL, reference());

        assertThat(first).matches("[0-9a-f]{64}").isEqualTo(second);
        assertThat(first).isNotEqualTo(elsewhere).isNotEqualTo(another);
    }

    @Test
    void who_pays_for_themselves_or_is_not_named_is_nobody_to_the_event() {
        assertThat(told(Story.TERMINAL, null)).isNull();
        var person = Story.insured();
        Story.pays(Story.TERMINAL, Story.newSequence(), Story.billOf(person), Story.PENSION)
                .then()
                .body("outcome", equalTo("PAID"));
        assertThat(eventOf(person)).doesNotContain("payer");
    }

    @Test
    void the_reference_stands_nowhere_as_it_came() {
        var reference = reference();
        try (var log = TestLog.begin()) {
            var person = Story.insured();
            var sequence = Story.newSequence();
            var body = report(sequence, Story.billOf(person), "OTHER", reference);
            var receipt = Story.sends(Story.TERMINAL, sequence, body);
            receipt.then().statusCode(201).body("payer", equalTo("OTHER"));

            var written = new ArrayList<>(List.of(receipt.asString(), eventOf(person)));
            for (var table : List.of("receipt", "outbox", "inbox", "idempotency", "audit")) {
                TestDatabase.query("select cast(t.* as text) as line from " + table + " t")
                        .forEach(row -> written.add(String.valueOf(row.get("line"))));
            }
            written.addAll(log.lines());
            assertThat(written).noneMatch(line -> line.contains(reference));
        }
    }

    @Test
    void the_same_again_gets_the_same_receipt_and_another_payer_is_another_report() {
        var bill = Story.billOf(Story.insured());
        var sequence = Story.newSequence();
        var body = report(sequence, bill, "OTHER", reference());
        Story.sends(Story.TERMINAL, sequence, body).then().body("outcome", equalTo("PAID"));

        Story.sends(Story.TERMINAL, sequence, body)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"));
        for (var other : new String[] {reference(), null}) {
            Story.sends(Story.TERMINAL, sequence, report(sequence, bill, "OTHER", other))
                    .then()
                    .statusCode(409)
                    .body("errors.code", contains("IDEMPOTENCY_KEY_REUSED"));
        }
    }

    @Test
    void money_of_a_named_payer_that_cannot_be_booked_waits_in_suspense_as_any_other() {
        var sequence = Story.newSequence();
        Story.sends(Story.TERMINAL, sequence, report(sequence, UUID.randomUUID(), "OTHER", reference()))
                .then()
                .statusCode(201)
                .body("outcome", equalTo("SUSPENDED"))
                .body("reasons.code", contains("BILL_UNKNOWN"));
        assertThat(TestDatabase.number(
                        "select count(*) from receipt where reference = ? and payer_index is not null",
                        "370702-0001-" + sequence))
                .isEqualTo(1);
    }

    @Test
    void an_insured_person_who_pays_is_not_named() {
        var bill = Story.billOf(Story.insured());
        for (var payer : new String[] {"INSURED", null}) {
            refused(report(1, bill, payer, reference())).body("errors.pointer", contains("/payerReference"));
        }
    }

    @Test
    void what_looks_like_a_number_of_a_person_is_refused_without_being_quoted() {
        try (var log = TestLog.begin()) {
            for (var secret : List.of("370702199005050014", "138-1234-5678", "6222021234567890")) {
                var answer = refused(report(1, UUID.randomUUID(), "OTHER", secret))
                        .body("errors.pointer", contains("/payerReference"))
                        .extract()
                        .asString();
                assertThat(answer).contains("looks like one").doesNotContain(secret);
                assertThat(log.lines()).noneMatch(line -> line.contains(secret));
            }
        }
    }

    @Test
    void all_that_is_wrong_with_a_payer_is_said_at_once() {
        refused(report(1, UUID.randomUUID(), "INSURED", "13812345678")).body("errors", hasSize(2));
        refused(report(1, UUID.randomUUID(), "AUNT", "short"))
                .body("errors.pointer", containsInAnyOrder("/payer", "/payerReference", "/payerReference"));
        for (var formless : List.of("1234567", "x".repeat(65), "CCB 0000048821", "付款人0000048821")) {
            refused(report(1, UUID.randomUUID(), "OTHER", formless))
                    .body("errors.pointer", contains("/payerReference"));
        }
    }

    @Test
    void a_refused_report_comes_again_under_the_same_key_without_the_reference_and_is_booked() {
        var bill = Story.billOf(Story.insured());
        var sequence = Story.newSequence();
        Story.sends(Story.TERMINAL, sequence, report(sequence, bill, "OTHER", "13812345678"))
                .then()
                .statusCode(400);
        Story.sends(Story.TERMINAL, sequence, report(sequence, bill, "OTHER", null))
                .then()
                .statusCode(201)
                .body("outcome", equalTo("PAID"));
    }

    private static io.restassured.response.ValidatableResponse refused(String body) {
        return Story.sends(Story.TERMINAL, 1, body).then().statusCode(400);
    }

    /** What the event of a payment for somebody new says of the payer. */
    private static @Nullable String told(String terminal, @Nullable String reference) {
        var person = Story.insured();
        var sequence = Story.newSequence();
        Response answer = Story.sends(terminal, sequence, report(sequence, Story.billOf(person), "OTHER", reference));
        answer.then().statusCode(201).body("outcome", equalTo("PAID"));
        return JsonPath.from(eventOf(person)).getString("payer");
    }

    private static String eventOf(Story.Person person) {
        var event = TestTopics.await(
                        "contribution.person",
                        1,
                        message -> person.id().toString().equals(message.key())
                                && "contribution.month-paid.v1"
                                        .equals(message.headers().get("ce_type")))
                .getFirst()
                .text();
        assertThat(Schemas.complaints("contribution", "month-paid", event)).isEmpty();
        return event;
    }

    private static String reference() {
        return "PAYER-" + UUID.randomUUID();
    }

    private static String report(long sequence, UUID bill, @Nullable String payer, @Nullable String reference) {
        var body = Story.payment(sequence, bill, Story.PENSION);
        var named = (payer == null ? "" : ", \"payer\": \"" + payer + "\"")
                + (reference == null ? "" : ", \"payerReference\": \"" + reference + "\"");
        return body.substring(0, body.length() - 1) + named + "}";
    }
}
