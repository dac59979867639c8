package org.lingbao.contribution.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** Assessed bills go out once, and an old cursor finds the same again. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class HandOverTest {

    @Test
    void a_bill_is_handed_over_once_and_an_old_cursor_finds_the_same_again() {
        var start = Dalian.end();
        var bill = Dalian.billOf(Dalian.insured()).toString();

        var first =
                Dalian.assessments(start, 1000).then().statusCode(200).extract().jsonPath();
        assertThat(first.<String>getList("assessments.billId")).containsExactly(bill);
        Dalian.assessments(first.getString("next"), 1000)
                .then()
                .body("assessments", hasSize(0))
                .body("more", equalTo(false))
                .body("next", equalTo(first.getString("next")));

        var later = Dalian.billOf(Dalian.insured()).toString();
        var again = Dalian.assessments(start, 1000).then().extract().jsonPath();
        assertThat(again.<String>getList("assessments.billId")).containsExactly(bill, later);
        assertThat(again.<String>getList("assessments.assessmentNumber"))
                .startsWith(first.getString("assessments[0].assessmentNumber"))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_was_paid_meanwhile_stays_where_it_was_handed_over() {
        var start = Dalian.end();
        var bill = Dalian.billOf(Dalian.insured());
        var before = Dalian.assessments(start, 1000).asString();

        Dalian.reports(Dalian.voucher(Dalian.newNumber(), bill, Dalian.PENSION))
                .then()
                .body("paid", equalTo(1));

        assertThat(Dalian.assessments(start, 1000).asString()).isEqualTo(before);
    }

    @Test
    void pages_end_where_the_next_begins() {
        var start = Dalian.end();
        var bills = Stream.generate(() -> Dalian.billOf(Dalian.insured()).toString())
                .limit(5)
                .toList();

        var seen = new ArrayList<String>();
        var cursor = start;
        var more = true;
        while (more) {
            var page = Dalian.assessments(cursor, 2)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(page.getList("assessments")).hasSizeLessThanOrEqualTo(2);
            seen.addAll(page.getList("assessments.billId"));
            cursor = page.getString("next");
            more = page.getBoolean("more");
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(bills);
    }

    @Test
    void what_banks_take_what_is_closed_and_what_is_paid_already_is_not_handed_over() {
        var start = Dalian.end();
        var ofWeifang = Story.billOf(Story.insured()).toString();
        var closed = Dalian.billOf(Dalian.insured());
        var unused = TestDatabase.execute(
                "update bill set payable_until = ? where bill_id = ?",
                Story.today().minusDays(1),
                closed);
        var paid = Dalian.billOf(Dalian.insured());
        Dalian.reports(Dalian.voucher(Dalian.newNumber(), paid, Dalian.PENSION))
                .then()
                .body("paid", equalTo(1));
        var open = Dalian.billOf(Dalian.insured()).toString();

        assertThat(Dalian.billsAfter(start))
                .containsExactly(open)
                .doesNotContain(ofWeifang, closed.toString(), paid.toString());
    }

    @Test
    void a_bureau_gets_the_bills_of_its_own_area_only() {
        var bill = Dalian.billOf(Dalian.insured()).toString();
        var shenyang = TestTokens.mint("tax-21").claim("bureau", "TAX-210100").token();
        var dalian = TestTokens.mint("tax-21").claim("bureau", "TAX-210200").token();

        assertThat(as(shenyang).get("/tax/assessments").jsonPath().getList("assessments.billId"))
                .isEmpty();
        var page = as(dalian).get("/tax/assessments").jsonPath();
        while (page.getBoolean("more")) {
            page = as(dalian)
                    .get("/tax/assessments?after=" + page.getString("next"))
                    .jsonPath();
        }
        assertThat(page.<String>getList("assessments.billId")).contains(bill);
    }

    @Test
    void many_who_ask_at_once_give_no_bill_two_numbers_and_miss_none() throws Exception {
        var start = Dalian.end();
        var bills = Stream.generate(() -> Dalian.billOf(Dalian.insured()).toString())
                .limit(12)
                .toList();

        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<List<String>> asks = () -> Dalian.assessments(start, 3)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getList("assessments.billId");
            var answers = threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(any -> asks).toList());
            var first = new HashSet<List<String>>();
            for (var answer : answers) {
                first.add(answer.get());
            }
            assertThat(first).hasSize(1);
        }
        assertThat(Dalian.billsAfter(start)).containsExactlyInAnyOrderElementsOf(bills);
        assertThat(TestDatabase.number("select count(*) from bill where assessment_number in"
                        + " (select assessment_number from bill group by 1 having count(*) > 1)"))
                .isZero();
    }

    @Test
    void a_cursor_of_somebody_elses_making_and_a_page_without_end_are_refused() {
        for (var cursor :
                List.of("x", "-1", "1.5", "99999999999999999999", "18446744073709551615", UUID.randomUUID() + "")) {
            Dalian.assessments(cursor, 10)
                    .then()
                    .statusCode(400)
                    .body("errors.parameters.parameter", contains("after"));
        }
        Dalian.assessments(null, 1001).then().statusCode(400);
        Dalian.assessments(null, 0).then().statusCode(400);
    }

    @Test
    void a_token_without_a_bureau_hands_nothing_over() {
        for (var token : List.of(
                TestTokens.mint("tax-21").without("bureau").token(),
                TestTokens.mint("tax-21").claim("bureau", "CCB").token(),
                TestTokens.mint("tax-21").claim("bureau", "TAX-000000").token())) {
            as(token).get("/tax/assessments").then().statusCode(403);
            as(token)
                    .header("Idempotency-Key", "b")
                    .body(Dalian.batch("b", Dalian.voucher("v", UUID.randomUUID(), "1.00")))
                    .post("/tax/results")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void who_took_what_is_recorded() {
        var start = Dalian.end();
        var bills = List.of(Dalian.billOf(Dalian.insured()).toString());
        var before = recorded();

        assertThat(Dalian.billsAfter(start)).isEqualTo(bills);

        assertThat(recorded()).isEqualTo(before + 1);
    }

    private static long recorded() {
        return TestDatabase.number(
                "select count(*) from audit where action = 'tax.assessments' and actor = ?",
                TestTokens.subject("tax-21"));
    }
}
