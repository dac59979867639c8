package org.lingbao.contribution.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class StatementTest {

    @Test
    void before_anything_is_paid_it_is_empty() {
        var person = Story.insured();
        read(person.token(), person)
                .then()
                .statusCode(200)
                .body("months", empty())
                .body("accountBalance", equalTo("0.00"))
                .body("pooledTotal", equalTo("0.00"));
    }

    @Test
    void a_bill_of_several_months_shows_each_of_them() {
        var person = Story.insured();
        var month = Story.thisMonth();
        var plan = Story.choosesPlan(person, "quarter", Story.plan(person, Story.BASE, "QUARTER", month))
                .then()
                .statusCode(201)
                .body("bill.amount", equalTo("2743.80"))
                .extract();
        Story.pays(Story.TERMINAL, Story.newSequence(), UUID.fromString(plan.path("bill.billId")), "2743.80")
                .then()
                .body("outcome", equalTo("PAID"));
        read(person.token(), person)
                .then()
                .body(
                        "months.month",
                        contains(
                                month.toString(),
                                month.plusMonths(1).toString(),
                                month.plusMonths(2).toString()))
                .body("paidMonths", equalTo(3))
                .body("accountBalance", equalTo("1097.52"))
                .body("segments.from", contains(month.toString()))
                .body("segments.to", contains(month.plusMonths(2).toString()))
                .body("segments.months", contains(3));
    }

    @Test
    void what_was_paid_for_medical_insurance_is_shown_where_it_was_paid() {
        var person = Story.insured();
        var bill = Story.billOf(person);
        assertThat(TestDatabase.execute(
                        "update bill set medical_fen = 45730, amount_fen = amount_fen + 45730 where bill_id = ?", bill))
                .isEqualTo(1);
        Story.pays(Story.TERMINAL, Story.newSequence(), bill, "1371.90").then().body("outcome", equalTo("PAID"));
        read(person.token(), person)
                .then()
                .body("months.pension", contains(Story.PENSION))
                .body("months.medical", contains("457.30"));
        var elsewhere = Story.insured();
        Story.pays(Story.TERMINAL, Story.newSequence(), Story.billOf(elsewhere), Story.PENSION)
                .then()
                .body("outcome", equalTo("PAID"));
        read(elsewhere.token(), elsewhere).then().body("months[0].medical", nullValue());
    }

    @Test
    void an_unchanged_statement_is_not_sent_twice() {
        var person = Story.insured();
        var bill = Story.billOf(person);
        var tag = read(person.token(), person).then().statusCode(200).extract().header("ETag");
        as(person.token())
                .header("If-None-Match", tag)
                .get("/persons/{id}/statement?scheme=EMPLOYEE", person.id())
                .then()
                .statusCode(304);
        Story.pays(Story.TERMINAL, Story.newSequence(), bill, Story.PENSION)
                .then()
                .statusCode(201);
        as(person.token())
                .header("If-None-Match", tag)
                .get("/persons/{id}/statement?scheme=EMPLOYEE", person.id())
                .then()
                .statusCode(200)
                .body("paidMonths", equalTo(1));
    }

    @Test
    void of_who_was_merged_both_ids_show_one_statement_and_every_entry_stays_where_it_is() {
        var merged = Story.insured();
        var survivor = Story.insured();
        Story.pays(Story.TERMINAL, Story.newSequence(), Story.billOf(merged), Story.PENSION)
                .then()
                .statusCode(201);
        Story.enrollmentTells("person-merged", merged.id(), """
                {"personId": "%s", "survivorId": "%s", "mergedOn": "2026-09-01"}""".formatted(merged.id(), survivor.id()));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> read(survivor.token(), survivor)
                        .then()
                        .statusCode(200)
                        .body("paidMonths", equalTo(1))
                        .body("accountBalance", equalTo("365.84")));
        for (var token : new String[] {merged.token(), survivor.token()}) {
            read(token, merged)
                    .then()
                    .statusCode(200)
                    .body("personId", equalTo(survivor.id().toString()))
                    .body("paidMonths", equalTo(1));
            as(token)
                    .get("/bills?personId={id}&status=PAID", survivor.id())
                    .then()
                    .body("bills", hasSize(1));
        }
        read(Story.insured().token(), survivor).then().statusCode(404);
        assertThat(TestDatabase.number(
                        "select balance_fen from account_balance where account_owner = ?", merged.id() + "/EMPLOYEE"))
                .isEqualTo(36_584);
    }

    @Test
    void another_citizen_finds_nothing() {
        var person = Story.insured();
        read(Story.insured().token(), person).then().statusCode(404);
        assertThat(auditOf(person)).isZero();
    }

    @Test
    void a_clerk_sees_the_own_area_and_leaves_a_line_in_the_audit() {
        var person = Story.insured();
        read(TestTokens.of("li.clerk"), person).then().statusCode(200);
        assertThat(auditOf(person)).isEqualTo(1);
        read(TestTokens.of("zhou.clerk"), person).then().statusCode(404);
        assertThat(auditOf(person)).isEqualTo(1);
        read(TestTokens.mint("li.clerk").claim("org", "370000").token(), person)
                .then()
                .statusCode(200);
        read(TestTokens.mint("li.clerk").claim("org", "370702").token(), person)
                .then()
                .statusCode(404);
        read(TestTokens.mint("li.clerk").without("org").token(), person).then().statusCode(404);
    }

    @Test
    void a_district_s_clerk_sees_whoever_came_to_the_counter_there_wherever_the_relation_is() {
        var person = Story.insured();
        var counter = TestTokens.mint("li.clerk").claim("org", "370702").token();
        read(counter, person).then().statusCode(404);
        Story.enrollmentTells("person-area-added", person.id(), """
                {"personId": "%s", "place": "370702"}""".formatted(person.id()));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> read(counter, person).then().statusCode(200));
        Story.choosesPlan(person).then().statusCode(201);
        as(counter)
                .get("/bills?personId={id}", person.id())
                .then()
                .statusCode(200)
                .body("bills", hasSize(1));
        read(TestTokens.mint("li.clerk").claim("org", "370782").token(), person)
                .then()
                .statusCode(404);
        read(TestTokens.of("zhou.clerk"), person).then().statusCode(404);
    }

    @Test
    void a_terminal_sees_it_only_while_the_person_consents() {
        var person = Story.insured();
        var terminal = TestTokens.of(Story.TERMINAL);
        read(terminal, person).then().statusCode(404);
        consent(person, "DATA_FOR_RESEARCH");
        read(terminal, person).then().statusCode(404);
        consent(person, "STATEMENT_AT_TERMINAL");
        read(terminal, person).then().statusCode(200);
        assertThat(auditOf(person)).isEqualTo(1);
        var unused = TestDatabase.execute("delete from consent where person_id = ?", person.id());
        read(terminal, person).then().statusCode(404);
    }

    @Test
    void a_terminal_sees_nothing_while_a_withdrawal_may_be_parked() {
        var person = Story.insured();
        var terminal = TestTokens.of(Story.TERMINAL);
        consent(person, "STATEMENT_AT_TERMINAL");
        Story.enrollmentTells("person-registered", person.id(), "not JSON");
        Story.enrollmentTells("consent-revoked", person.id(), """
                {"personId": "%s", "purpose": "STATEMENT_AT_TERMINAL", "revokedOn": "2026-09-02"}""".formatted(person.id()));
        await().atMost(Duration.ofSeconds(60)).until(() -> waiting(person) == 2);
        read(terminal, person).then().statusCode(404);
        read(person.token(), person).then().statusCode(200);
        var unused = TestDatabase.execute(
                "update parked_message set released_at = now() where key = ?",
                person.id().toString());
        read(terminal, person).then().statusCode(200);
    }

    @Test
    void those_who_run_and_check_the_cell_see_everybody() {
        var person = Story.insured();
        read(TestTokens.of("operator"), person).then().statusCode(200);
        read(TestTokens.of("auditor"), person).then().statusCode(200);
        assertThat(auditOf(person)).isEqualTo(2);
    }

    @Test
    void a_receipt_is_shown_to_those_it_concerns() {
        var person = Story.insured();
        var number = Story.pays(Story.TERMINAL, Story.newSequence(), Story.billOf(person), Story.PENSION)
                .then()
                .extract()
                .<String>path("receiptNumber");
        receipt(person.token(), number).then().statusCode(200).body("receiptNumber", equalTo(number));
        receipt(TestTokens.of(Story.TERMINAL), number).then().statusCode(200);
        receipt(TestTokens.of("li.clerk"), number).then().statusCode(200);
        receipt(TestTokens.of("auditor"), number).then().statusCode(200);
        assertThat(auditOf(person)).isEqualTo(3);
        receipt(TestTokens.of("zhou.clerk"), number).then().statusCode(404);
        receipt(TestTokens.of(Story.OTHER_TERMINAL), number).then().statusCode(404);
        receipt(Story.insured().token(), number).then().statusCode(404);
        receipt(person.token(), "37-0").then().statusCode(404);
    }

    @Test
    void an_unknown_scheme_is_refused_with_those_that_exist() {
        var person = Story.insured();
        as(person.token())
                .get("/persons/{id}/statement?scheme=PENSION", person.id())
                .then()
                .statusCode(400)
                .body("errors[0].parameters.message", equalTo("one of EMPLOYEE, INJURY, MEDICAL, RESIDENT"));
        as(person.token()).get("/persons/me/statement?scheme=EMPLOYEE").then().statusCode(400);
    }

    private static Response read(String token, Person person) {
        return as(token).get("/persons/{id}/statement?scheme=EMPLOYEE", person.id());
    }

    private static Response receipt(String token, String number) {
        return as(token).get("/receipts/{number}", number);
    }

    private static void consent(Person person, String purpose) {
        var unused =
                TestDatabase.execute("insert into consent values (?, ?, 1, ?)", person.id(), purpose, Story.today());
    }

    private static long auditOf(Person person) {
        return TestDatabase.number("select count(*) from audit where subject_id = ?", person.id());
    }

    private static long waiting(Person person) {
        return TestDatabase.number(
                "select count(*) from parked_message where key = ? and released_at is null",
                person.id().toString());
    }
}
