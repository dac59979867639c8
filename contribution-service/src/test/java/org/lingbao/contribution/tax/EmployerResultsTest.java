package org.lingbao.contribution.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.lingbao.contribution.story.Story.as;
import static org.lingbao.contribution.story.TransferStory.provesItself;
import static org.lingbao.contribution.tax.Employees.SHANDONG;
import static org.lingbao.contribution.tax.Employees.batch;
import static org.lingbao.contribution.tax.Employees.closes;
import static org.lingbao.contribution.tax.Employees.employed;
import static org.lingbao.contribution.tax.Employees.line;
import static org.lingbao.contribution.tax.Employees.opens;
import static org.lingbao.contribution.tax.Employees.reports;
import static org.lingbao.contribution.tax.Employees.reportsAs;
import static org.lingbao.contribution.tax.Employees.send;
import static org.lingbao.contribution.tax.Employees.statement;
import static org.lingbao.contribution.tax.Employees.tell;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.TransferStory;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** Employers' months arrive as a tax bureau's result. The business day is 2026-09-01. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EmployerResultsTest {
    private static final String SEPTEMBER = "2026-09";

    @Test
    void the_personal_share_goes_to_the_account_and_the_employers_to_the_pooled_fund() {
        var person = Story.registered();
        var employment = employed(person, "2026-08", null);

        reports(
                        line(employment, "2026-08", "6000.00", "480.00", "960.00"),
                        line(employment, SEPTEMBER, "6000.00", "480.00", "960.00"))
                .then()
                .statusCode(200)
                .body("paid", equalTo(2), "suspended", equalTo(0), "results.outcome", contains("PAID", "PAID"));

        assertThat(TransferStory.accountOf(person)).isEqualTo(96000);
        statement(person)
                .then()
                .body("paidMonths", equalTo(2))
                .body("accountBalance", equalTo("960.00"))
                .body("pooledTotal", equalTo("1920.00"))
                .body("segments.standing", contains("EMPLOYED"))
                .body("segments.from", contains("2026-08"))
                .body("months[0].pension", equalTo("1440.00"));
        provesItself();
        var told = TestTopics.awaitKey("contribution.person", person.id().toString(), 2)
                .getLast();
        assertThat(Schemas.complaints("contribution", "month-paid", told.text()))
                .isEmpty();
        assertThat(told.text()).contains("\"EMPLOYED\"", "\"1440.00\"");
    }

    @Test
    void what_does_not_agree_is_kept_in_suspense_with_every_reason() {
        var person = Story.registered();
        var employment = employed(person, SEPTEMBER, null);

        reports(
                        line(employment, SEPTEMBER, "6000.00", "480.00", "950.00"),
                        line(employment, "2026-08", "6000.00", "479.00", "960.00"),
                        line(employment, "2026-10", "100.00", "8.00", "16.00"),
                        line(UUID.randomUUID(), SEPTEMBER, "6000.00", "480.00", "960.00"))
                .then()
                .statusCode(200)
                .body("paid", equalTo(0), "suspended", equalTo(4))
                .body("results[0].reasons", contains("EMPLOYER_SHARE_DIFFERS"))
                .body("results[1].reasons", contains("NOT_EMPLOYED_IN_MONTH", "PERSONAL_SHARE_DIFFERS"))
                .body("results[2].reasons", contains("BASE_OUTSIDE_LIMITS", "MONTH_NOT_OPEN"))
                .body("results[3].reasons", contains("EMPLOYMENT_UNKNOWN"));

        assertThat(TransferStory.accountOf(person)).isZero();
        provesItself();
    }

    @Test
    void a_bureau_learns_nothing_of_another_ones_employments() {
        var employment = employed(Story.registered(), SEPTEMBER, null);

        reportsAs(TestTokens.of("tax-21"), line(employment, SEPTEMBER, "6000.00", "480.00", "960.00"))
                .then()
                .body("results[0].reasons", contains("EMPLOYMENT_UNKNOWN"));
    }

    @Test
    void a_month_that_the_person_has_paid_is_not_paid_by_an_employer_too() {
        var person = Story.insured();
        Story.pays(Story.TERMINAL, Story.newSequence(), Story.billOf(person), Story.PENSION)
                .then()
                .body("outcome", equalTo("PAID"));
        closes(person, "2026-09", "HIRED");
        var employment = employed(person, SEPTEMBER, null);

        reports(line(employment, SEPTEMBER, "6000.00", "480.00", "960.00"))
                .then()
                .body("results[0].outcome", equalTo("SUSPENDED"))
                .body("results[0].reasons", contains("MONTH_NOT_FREE"));

        assertThat(TransferStory.accountOf(person)).isEqualTo(36584);
        provesItself();
    }

    @Test
    void a_bill_whose_month_an_employer_pays_is_withdrawn_and_money_for_it_waits() {
        var person = Story.insured();
        var bill = Story.billOf(person);

        closes(person, "2026-08", "HIRED");
        var employment = employed(person, SEPTEMBER, null);
        Story.pays(Story.TERMINAL, Story.newSequence(), bill, Story.PENSION)
                .then()
                .body("outcome", equalTo("SUSPENDED"), "reasons.code", contains("BILL_WITHDRAWN"));
        reports(line(employment, SEPTEMBER, "6000.00", "480.00", "960.00"))
                .then()
                .body("paid", equalTo(1));

        as(person.token()).get("/bills?personId=" + person.id()).then().body("bills.status", hasItem("CLOSED"));
        statement(person).then().body("segments.standing", contains("EMPLOYED"));
        provesItself();
    }

    @Test
    void of_a_bill_for_several_months_the_persons_own_are_billed_alone() {
        var person = Story.insured();
        Story.choosesPlan(
                        person,
                        UUID.randomUUID().toString(),
                        Story.plan(person, Story.BASE, "QUARTER", YearMonth.of(2026, 9)))
                .then()
                .statusCode(201);

        closes(person, "2026-09", "HIRED");

        var open = as(person.token())
                .get("/bills?status=OPEN&personId=" + person.id())
                .then()
                .body("bills.months", contains(List.of("2026-09")))
                .extract();
        Story.pays(Story.TERMINAL, Story.newSequence(), UUID.fromString(open.path("bills[0].billId")), Story.PENSION)
                .then()
                .body("outcome", equalTo("PAID"));
        provesItself();
    }

    @Test
    void who_is_hired_for_next_month_still_pays_this_one() {
        var person = Story.insured();
        closes(person, SEPTEMBER, "HIRED");
        var unused = employed(person, "2026-10", null);

        Story.pays(Story.TERMINAL, Story.newSequence(), Story.billOf(person), Story.PENSION)
                .then()
                .body("outcome", equalTo("PAID"));

        assertThat(TestDatabase.number(
                        "select count(*) from plan where person_id = ? and until_month = '2026-09-01'", person.id()))
                .isEqualTo(1);
    }

    @Test
    void who_left_pays_again_as_a_flexible_worker() {
        var person = Story.insured();
        closes(person, "2026-07", "HIRED");
        var employment = employed(person, "2026-08", null);
        tell("relation-closed", person, """
                {"relationId": "%s", "from": "2026-08", "to": "2026-08", "because": "LEFT"}""".formatted(employment));
        opens(person, UUID.randomUUID(), "FLEXIBLE", SEPTEMBER, null);
        reports(line(employment, "2026-08", "6000.00", "480.00", "960.00"))
                .then()
                .body("paid", equalTo(1));

        Story.pays(Story.TERMINAL, Story.newSequence(), Story.billOf(person), Story.PENSION)
                .then()
                .body("outcome", equalTo("PAID"));

        statement(person)
                .then()
                .body("segments.standing", contains("EMPLOYED", "FLEXIBLE"))
                .body("paidMonths", equalTo(2));
        provesItself();
    }

    @Test
    void a_transfer_takes_the_employers_months_along() {
        var person = Story.registered();
        var employment = employed(person, "2026-08", null);
        reports(
                        line(employment, "2026-08", "6000.00", "480.00", "960.00"),
                        line(employment, SEPTEMBER, "6000.00", "480.00", "960.00"))
                .then()
                .body("paid", equalTo(2));
        var transfer = TransferStory.begun();

        transfer.asksToSeal(person);
        var form = transfer.answer(1, "account-sealed").get("form");
        reports(line(employment, SEPTEMBER, "6000.00", "480.00", "960.00"))
                .then()
                .body("results[0].reasons", contains("ACCOUNT_SEALED"));
        transfer.asksToRelease(form.toString());

        assertThat(form.get("contributionMonths").intValue()).isEqualTo(2);
        assertThat(form.get("account").textValue()).isEqualTo("960.00");
        assertThat(TransferStory.accountOf(person)).isZero();
        provesItself();
    }

    @Test
    void a_voucher_counts_once_for_ever() {
        var person = Story.registered();
        var employment = employed(person, SEPTEMBER, null);
        var number = Dalian.newNumber();
        var line = line(number, employment, SEPTEMBER, "6000.00", "480.00", "960.00");

        reports(line).then().body("results[0].outcome", equalTo("PAID"));
        reports(line).then().body("results[0].outcome", equalTo("PAID"));
        reports(line(number, employment, SEPTEMBER, "6000.00", "480.00", "960.01"))
                .then()
                .body("results[0].outcome", equalTo("REFUSED"), "results[0].reasons", contains("VOUCHER_REUSED"));
        reports(line(employment, SEPTEMBER, "6000.00", "480.00", "960.00"))
                .then()
                .body("results[0].reasons", contains("MONTH_NOT_FREE"));

        assertThat(TransferStory.accountOf(person)).isEqualTo(48000);
    }

    @Test
    void of_one_month_in_one_batch_the_first_line_pays() {
        var employment = employed(Story.registered(), SEPTEMBER, null);

        reports(
                        line(employment, SEPTEMBER, "6000.00", "480.00", "960.00"),
                        line(employment, SEPTEMBER, "7000.00", "560.00", "1120.00"))
                .then()
                .body("results.outcome", contains("PAID", "SUSPENDED"))
                .body("results[1].reasons", contains("MONTH_NOT_FREE"));
    }

    @Test
    void thirty_two_batches_for_one_month_at_once_pay_it_once() throws Exception {
        var person = Story.registered();
        var employment = employed(person, SEPTEMBER, null);
        try (var threads = Executors.newFixedThreadPool(32)) {
            var outcomes = threads
                    .invokeAll(IntStream.range(0, 32)
                            .<Callable<String>>mapToObj(
                                    any -> () -> reports(line(employment, SEPTEMBER, "6000.00", "480.00", "960.00"))
                                            .then()
                                            .statusCode(200)
                                            .extract()
                                            .path("results[0].outcome"))
                            .toList())
                    .stream()
                    .collect(Collectors.groupingBy(future -> future.resultNow(), Collectors.counting()));
            assertThat(outcomes).containsEntry("PAID", 1L).containsEntry("SUSPENDED", 31L);
        }
        assertThat(TransferStory.accountOf(person)).isEqualTo(48000);
        provesItself();
    }

    @Test
    void nobody_but_a_tax_bureau_reports() {
        var number = Dalian.newNumber();
        var body = batch(number, line(UUID.randomUUID(), SEPTEMBER, "6000.00", "480.00", "960.00"));
        for (var who : new String[] {"chen.employer", "li.clerk", "operator"}) {
            send(TestTokens.of(who), number, body).then().statusCode(403);
        }
        send(SHANDONG, number, batch("another", line(UUID.randomUUID(), SEPTEMBER, "1.00", "1.00", "1.00")))
                .then()
                .statusCode(400);
    }
}
