package org.lingbao.contribution.tax;

import static java.util.stream.Collectors.joining;
import static org.lingbao.contribution.story.Story.as;

import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestTokens;

/** People of Dalian, who choose tiers and pay through the tax bureau, and the bureau itself. */
final class Dalian {
    static final String PLACE = "210200";
    static final String BUREAU = "TAX-210000";
    /** Of the tier of 60 per cent. */
    static final String PENSION = "906.60";

    private Dalian() {}

    static Person insured() {
        var person = Story.registered();
        Story.relation(person, PLACE, null);
        return person;
    }

    static Response choosesTier(Person person, int percent) {
        return Story.choosesPlan(
                person, UUID.randomUUID().toString(), """
                {"personId": "%s", "scheme": "EMPLOYEE", "tierPercent": %d, "period": "MONTH", "from": "%s"}""".formatted(person.id(), percent, Story.thisMonth()));
    }

    /** The first bill of a new plan by the tier of 60 per cent. */
    static UUID billOf(Person person) {
        return UUID.fromString(
                choosesTier(person, 60).then().statusCode(201).extract().path("bill.billId"));
    }

    static String bureau() {
        return TestTokens.of("tax-21");
    }

    static String newNumber() {
        return "T" + UUID.randomUUID().toString().replace("-", "");
    }

    static String voucher(String number, UUID bill, String amount) {
        return voucher(number, bill, amount, Story.today() + "T10:15:00+08:00");
    }

    static String voucher(String number, UUID bill, String amount, String collectedAt) {
        return """
                {"voucherNumber": "%s", "billId": "%s", "amount": "%s", "collectedAt": "%s"}""".formatted(number, bill, amount, collectedAt);
    }

    static String batch(String number, String... vouchers) {
        return """
                {"batchNumber": "%s", "results": [%s]}""".formatted(number, Arrays.stream(vouchers).collect(joining(", ")));
    }

    static Response sends(String number, String body) {
        return as(bureau()).header("Idempotency-Key", number).body(body).post("/tax/results");
    }

    /** Reports vouchers under a new batch number. */
    static Response reports(String... vouchers) {
        var number = newNumber();
        return sends(number, batch(number, vouchers));
    }

    static Response assessments(@Nullable String after, int limit) {
        var request = as(bureau()).queryParam("limit", limit);
        return (after == null ? request : request.queryParam("after", after)).get("/tax/assessments");
    }

    /** Where the assessments end now. */
    static String end() {
        var page = assessments(null, 1000).then().statusCode(200).extract().jsonPath();
        while (page.getBoolean("more")) {
            page = assessments(page.getString("next"), 1000)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
        }
        return page.getString("next");
    }

    static List<String> billsAfter(String cursor) {
        return assessments(cursor, 1000)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("assessments.billId");
    }

    /** What is booked of a bill. */
    static Map<String, Object> booked(UUID bill) {
        return Map.copyOf(Objects.requireNonNull(TestDatabase.query("""
                        select (select count(*) from receipt where bill_id = b.id) as receipts,
                               (select count(*) from entry_set join receipt using (receipt_id) where bill_id = b.id) as sets,
                               (select count(*) from entry where bill_id = b.id) as entries
                        from (select cast(? as uuid) as id) b""", bill).getFirst()));
    }

    static long balanceOf(Person person) {
        return TestDatabase.number(
                "select coalesce(sum(balance_fen), 0) from account_balance where account_owner = ?",
                person.id() + "/EMPLOYEE");
    }
}
