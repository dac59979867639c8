package org.lingbao.contribution.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTopics;

/** Batches at the same time, batches that fail, and the order of what they tell. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ResultsAtOnceTest {

    @Test
    void a_batch_sent_16_times_at_once_is_booked_once() throws Exception {
        var person = Dalian.insured();
        var bill = Dalian.billOf(person);
        var number = Dalian.newNumber();
        var body = Dalian.batch(number, Dalian.voucher(Dalian.newNumber(), bill, Dalian.PENSION));

        var answers = atOnce(16, call -> () -> Dalian.sends(number, body));

        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.getFirst().asString());
        assertThat(Dalian.booked(bill)).isEqualTo(Map.of("receipts", 1L, "sets", 1L, "entries", 3L));
        assertThat(Dalian.balanceOf(person)).isEqualTo(36264);
    }

    @Test
    void of_many_batches_with_the_same_vouchers_one_books_them_and_terminals_do_not_get_in_their_way()
            throws Exception {
        var bills = IntStream.range(0, 6)
                .mapToObj(any -> Dalian.billOf(Dalian.insured()))
                .toList();
        var vouchers = bills.stream()
                .map(bill -> Dalian.voucher(Dalian.newNumber(), bill, Dalian.PENSION))
                .toList();
        var backwards = vouchers.reversed();

        var answers = atOnce(
                12,
                call -> () -> call % 3 == 0
                        ? Story.pays("terminal-210202-0001", Story.newSequence(), bills.get(call / 3), Dalian.PENSION)
                        : Dalian.reports((call % 2 == 0 ? vouchers : backwards).toArray(String[]::new)));

        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 200)
                        .map(answer -> List.copyOf(new TreeSet<>(answer.<List<String>>path("results.receiptNumber"))))
                        .distinct())
                .hasSize(1);
        for (var bill : bills) {
            assertThat(TestDatabase.number("select count(*) from receipt where bill_id = ? and outcome = 'PAID'", bill))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_batch_that_fails_at_an_event_leaves_nothing_and_can_be_sent_again() {
        var person = Dalian.insured();
        var bill = Dalian.billOf(person);
        var other = Dalian.billOf(Dalian.insured());
        var number = Dalian.newNumber();
        var body = Dalian.batch(
                number,
                Dalian.voucher(Dalian.newNumber(), other, Dalian.PENSION),
                Dalian.voucher(Dalian.newNumber(), bill, Dalian.PENSION));
        var broken = "fails_" + bill.toString().replace("-", "");
        var unused = TestDatabase.execute(
                "create function %s() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$"
                        .formatted(broken));
        unused = TestDatabase.execute(
                "create trigger %s before insert on outbox for each row when (new.aggregateid = '%s') execute function %s()"
                        .formatted(broken, person.id(), broken));
        try {
            Dalian.sends(number, body).then().statusCode(500);
        } finally {
            unused = TestDatabase.execute("drop function %s cascade".formatted(broken));
        }
        assertThat(Dalian.booked(other)).isEqualTo(Map.of("receipts", 0L, "sets", 0L, "entries", 0L));

        Dalian.sends(number, body).then().statusCode(200).body("paid", equalTo(2));
        assertThat(Dalian.balanceOf(person)).isEqualTo(36264);
    }

    @Test
    void several_bills_of_one_person_are_told_of_in_the_order_of_the_batch() {
        var person = Dalian.insured();
        var bill = Dalian.billOf(person);
        var twin = TestDatabase.query("""
                insert into bill (bill_id, plan_id, person_id, scheme, place, first_month, months, base_fen, account_fen,
                                  pooled_fen, medical_fen, amount_fen, payable_until, issued_on, channels)
                select gen_random_uuid(), plan_id, person_id, scheme, place, date '2026-08-01', 1, base_fen, account_fen,
                       pooled_fen, medical_fen, amount_fen, payable_until, issued_on, channels
                from bill where bill_id = ? returning bill_id""", bill).getFirst();
        var earlier = UUID.fromString(String.valueOf(twin.get("bill_id")));
        var unused = TestDatabase.execute("""
                insert into bill_month select person_id, scheme, first_month, bill_id from bill where bill_id = ?""", earlier);

        Dalian.reports(
                        Dalian.voucher(Dalian.newNumber(), earlier, Dalian.PENSION),
                        Dalian.voucher(Dalian.newNumber(), bill, Dalian.PENSION))
                .then()
                .body("paid", equalTo(2));

        assertThat(TestTopics.awaitKey("contribution.person", person.id().toString(), 3).stream()
                        .skip(1)
                        .map(message -> io.restassured.path.json.JsonPath.from(message.text())
                                .<String>getList("months")))
                .containsExactly(List.of("2026-08"), List.of("2026-09"));
    }

    private static List<Response> atOnce(int times, IntFunction<Callable<Response>> call) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var calls = IntStream.range(0, times).mapToObj(call).toList();
            var answers = new ArrayList<Response>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
