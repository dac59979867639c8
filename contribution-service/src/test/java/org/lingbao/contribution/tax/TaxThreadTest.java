package org.lingbao.contribution.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingbao.contribution.story.Story;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class TaxThreadTest {

    @ParameterizedTest
    @CsvSource({"100, 7555.00, 1511.00, 604.40, 906.60", "60, 4533.00, 906.60, 362.64, 543.96"})
    void from_the_tier_to_the_statement(int tier, String base, String pension, String account, String pooled) {
        var person = Dalian.insured();
        var month = Story.thisMonth().toString();
        var end = Dalian.end();

        String bill = Dalian.choosesTier(person, tier)
                .then()
                .statusCode(201)
                .body("base", equalTo(base))
                .body("monthly.pension", equalTo(pension))
                .body("monthly.account", equalTo(account))
                .body("monthly.pooled", equalTo(pooled))
                .body("bill.amount", equalTo(pension))
                .extract()
                .path("bill.billId");

        var assessed = handedOver(end, bill);
        assertThat(assessed)
                .containsEntry("personId", person.id().toString())
                .containsEntry("place", Dalian.PLACE)
                .containsEntry("scheme", "EMPLOYEE")
                .containsEntry("months", List.of(month))
                .containsEntry("amount", pension)
                .containsEntry("assessedOn", Story.today().toString());
        assertThat(assessed.keySet())
                .containsExactlyInAnyOrder(
                        "assessmentNumber",
                        "billId",
                        "personId",
                        "scheme",
                        "place",
                        "months",
                        "amount",
                        "payableUntil",
                        "assessedOn");

        var number = Dalian.newNumber();
        String receipt = Dalian.reports(Dalian.voucher(number, UUID.fromString(bill), pension))
                .then()
                .statusCode(200)
                .body("paid", equalTo(1))
                .body("results.outcome", contains("PAID"))
                .body("results[0].reasons", hasSize(0))
                .body("results.voucherNumber", contains(number))
                .extract()
                .path("results[0].receiptNumber");

        as(person.token())
                .get("/receipts/" + receipt)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("PAID"))
                .body("channel", equalTo("TAX_BUREAU"))
                .body("bank", equalTo(Dalian.BUREAU))
                .body("reference", equalTo(number))
                .body("$", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasKey("terminal")));
        as(person.token())
                .get("/persons/{id}/statement?scheme=EMPLOYEE", person.id())
                .then()
                .statusCode(200)
                .body("paidMonths", equalTo(1))
                .body("accountBalance", equalTo(account))
                .body("pooledTotal", equalTo(pooled))
                .body("months.month", contains(month))
                .body("months.base", contains(base))
                .body("months.pension", contains(pension))
                .body("months.receiptNumber", contains(receipt))
                .body("segments.place", contains(Dalian.PLACE));
        var told = TestTopics.awaitKey("contribution.person", person.id().toString(), 2)
                .getLast();
        assertThat(told.headers()).containsEntry("ce_type", "contribution.month-paid.v1");
        assertThat(Schemas.complaints("contribution", "month-paid", told.text()))
                .isEmpty();
        assertThat(JsonPath.from(told.text()).getString("pension")).isEqualTo(pension);
        as(TestTokens.of("auditor")).get("/ledger/check").then().body("ok", equalTo(true));
    }

    private static Map<String, Object> handedOver(String after, String bill) {
        var page =
                Dalian.assessments(after, 1000).then().statusCode(200).extract().jsonPath();
        return page.getMap("assessments.find { it.billId == '" + bill + "' }");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 70, 80, 90, 100, 200, 300})
    void each_of_the_seven_tiers_can_be_chosen_and_collected(int tier) {
        var person = Dalian.insured();
        var plan = Dalian.choosesTier(person, tier).then().statusCode(201).extract();

        Dalian.reports(Dalian.voucher(
                        Dalian.newNumber(), UUID.fromString(plan.path("bill.billId")), plan.path("bill.amount")))
                .then()
                .body("results.outcome", contains("PAID"));
    }

    @Test
    void a_tier_that_is_not_offered_is_refused_and_so_is_a_base() {
        Dalian.choosesTier(Dalian.insured(), 65).then().statusCode(422);
        var person = Dalian.insured();
        Story.choosesPlan(person, "base", Story.plan(person, "4533.00", "MONTH", Story.thisMonth()))
                .then()
                .statusCode(422);
    }

    @Test
    void a_bill_names_the_channels_through_which_it_is_paid() {
        var person = Dalian.insured();
        var bill = Dalian.billOf(person);

        as(person.token())
                .get("/bills?personId=" + person.id())
                .then()
                .body("bills.billId", contains(bill.toString()))
                .body("bills[0].channels", contains("TAX_BUREAU", "BANK_WITHHOLDING"));
        var elsewhere = Story.insured();
        var unused = Story.billOf(elsewhere);
        as(elsewhere.token())
                .get("/bills?personId=" + elsewhere.id())
                .then()
                .body("bills[0].channels", contains("BANK_TERMINAL"));
    }
}
