package org.lingbao.contribution.payment;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class PaymentTest {

    @Test
    void a_payment_sent_32_times_at_once_is_booked_once() throws Exception {
        var person = Story.insured();
        var bill = Story.billOf(person);
        var sequence = Story.newSequence();
        var body = Story.payment(sequence, bill, Story.PENSION);
        var answers = atOnce(32, call -> () -> Story.sends(Story.TERMINAL, sequence, body));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.<String>path("receiptNumber"))
                .containsOnly(answers.getFirst().<String>path("receiptNumber"));
        assertThat(answers).extracting(answer -> answer.<String>path("outcome")).containsOnly("PAID");
        assertThat(answers)
                .filteredOn(answer -> "true".equals(answer.header("Idempotent-Replayed")))
                .hasSize(31);
        assertThat(booked(bill)).isEqualTo(Map.of("receipts", 1L, "sets", 1L, "entries", 3L));
        assertThat(balanceOf(person)).isEqualTo(36584);
        var events = TestTopics.awaitKey("contribution.person", person.id().toString(), 2);
        assertThat(Schemas.complaints(
                        "contribution", "month-paid", events.getLast().text()))
                .isEmpty();
    }

    @Test
    void of_many_terminals_that_race_for_a_bill_one_pays_it_and_the_others_money_is_kept_in_suspense()
            throws Exception {
        var person = Story.insured();
        var bill = Story.billOf(person);
        var answers = atOnce(
                16,
                call -> () -> Story.pays(
                        call % 2 == 0 ? Story.TERMINAL : Story.OTHER_TERMINAL,
                        Story.newSequence(),
                        bill,
                        Story.PENSION));

        assertThat(answers.stream().collect(groupingBy(answer -> answer.<String>path("outcome"), counting())))
                .isEqualTo(Map.of("PAID", 1L, "SUSPENDED", 15L));
        assertThat(answers)
                .filteredOn(answer -> "SUSPENDED".equals(answer.path("outcome")))
                .allSatisfy(answer ->
                        assertThat(answer.<List<String>>path("reasons.code")).containsExactly("ALREADY_PAID"));
        assertThat(booked(bill)).isEqualTo(Map.of("receipts", 16L, "sets", 16L, "entries", 33L));
        assertThat(balanceOf(person)).isEqualTo(36584);
    }

    @Test
    void another_payment_under_a_known_sequence_is_refused_and_changes_nothing() {
        var bill = Story.billOf(Story.insured());
        var sequence = Story.newSequence();
        Story.pays(Story.TERMINAL, sequence, bill, Story.PENSION).then().statusCode(201);
        Story.pays(Story.TERMINAL, sequence, bill, "1.00")
                .then()
                .statusCode(409)
                .body("errors.code", contains("IDEMPOTENCY_KEY_REUSED"));
        assertThat(booked(bill)).isEqualTo(Map.of("receipts", 1L, "sets", 1L, "entries", 3L));
    }

    @Test
    void two_banks_may_use_the_same_reference() {
        var bill = Story.billOf(Story.insured());
        var other = Story.billOf(Story.insured());
        var sequence = Story.newSequence();
        Story.pays(Story.TERMINAL, sequence, bill, Story.PENSION).then().body("outcome", equalTo("PAID"));
        var sameTerminal = TestTokens.mint(Story.OTHER_TERMINAL)
                .claim("terminal", "370702-0001")
                .token();
        as(sameTerminal)
                .header("Idempotency-Key", "370702-0001-" + sequence)
                .body(Story.payment(sequence, other, Story.PENSION))
                .post("/payments")
                .then()
                .statusCode(201)
                .body("outcome", equalTo("PAID"));
    }

    @Test
    void the_key_is_the_terminal_and_its_sequence() {
        var bill = Story.billOf(Story.insured());
        as(TestTokens.of(Story.TERMINAL))
                .header("Idempotency-Key", "370702-0001-1")
                .body(Story.payment(2, bill, Story.PENSION))
                .post("/payments")
                .then()
                .statusCode(400)
                .body("errors.parameters.parameter", contains("Idempotency-Key"));
        as(TestTokens.of(Story.TERMINAL))
                .body(Story.payment(2, bill, Story.PENSION))
                .post("/payments")
                .then()
                .statusCode(400)
                .body("errors.code", contains("IDEMPOTENCY_KEY_REQUIRED"));
    }

    @Test
    void a_bank_whose_token_names_no_terminal_cannot_pay() {
        as(TestTokens.mint(Story.TERMINAL).without("terminal").token())
                .header("Idempotency-Key", "370702-0001-1")
                .body(Story.payment(1, UUID.randomUUID(), Story.PENSION))
                .post("/payments")
                .then()
                .statusCode(403);
    }

    @Test
    void a_malformed_report_is_told_every_violation_at_once() {
        Story.sends(Story.TERMINAL, 1, """
                        {"sequence": 0, "billId": "x", "amount": "-1.00", "occurredAt": "2026-02-30T10:00:00+08:00",
                         "payer": "AUNT"}""")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/sequence", "/billId", "/amount", "/occurredAt", "/payer"));
        Story.sends(Story.TERMINAL, 1, "{}")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/sequence", "/billId", "/amount", "/occurredAt"));
        Story.sends(Story.TERMINAL, 1, "{\"currency\": \"USD\"}")
                .then()
                .statusCode(400)
                .body("errors.code", contains("UNKNOWN_FIELD"));
    }

    @Test
    void a_body_that_is_no_report_is_refused_however_deep_it_is() throws Exception {
        for (var body : List.of("", "null", "[]", "{", "[".repeat(10_000), "{\"billId\":".repeat(10_000))) {
            assertThat(statusOf(body))
                    .as(body.substring(0, Math.min(body.length(), 20)))
                    .isEqualTo(400);
        }
    }

    /** By a plain client: REST Assured would print the body, indented. */
    private static int statusOf(String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/payments"))
                .header("Authorization", "Bearer " + TestTokens.of(Story.TERMINAL))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "370702-0001-1")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void a_posting_that_fails_at_its_event_leaves_nothing_and_can_be_sent_again() {
        var person = Story.insured();
        var bill = Story.billOf(person);
        var sequence = Story.newSequence();
        try (var _ = new Broken(person)) {
            Story.pays(Story.TERMINAL, sequence, bill, Story.PENSION).then().statusCode(500);
        }
        assertThat(booked(bill)).isEqualTo(Map.of("receipts", 0L, "sets", 0L, "entries", 0L));
        assertThat(balanceOf(person)).isZero();

        Story.pays(Story.TERMINAL, sequence, bill, Story.PENSION).then().body("outcome", equalTo("PAID"));
        assertThat(balanceOf(person)).isEqualTo(36584);
    }

    @Test
    void a_posting_that_fails_takes_none_of_those_with_it_that_are_booked_at_the_same_time() throws Exception {
        var persons = Stream.generate(Story::insured).limit(16).toList();
        var bills = persons.stream().map(Story::billOf).toList();
        try (var _ = new Broken(persons.get(7))) {
            var answers = atOnce(
                    16, one -> () -> Story.pays(Story.TERMINAL, Story.newSequence(), bills.get(one), Story.PENSION));
            assertThat(answers.remove(7).statusCode()).isEqualTo(500);
            assertThat(answers)
                    .extracting(answer -> answer.<String>path("outcome"))
                    .containsOnly("PAID");
        }
        assertThat(balanceOf(persons.get(7))).isZero();
        assertThat(persons.subList(8, 16)).extracting(PaymentTest::balanceOf).containsOnly(36584L);
    }

    /** While it is open, no event of the person can be written. */
    private record Broken(String function) implements AutoCloseable {
        Broken(Story.Person person) {
            this("fails_" + person.id().toString().replace("-", ""));
            var unused = TestDatabase.execute(
                    "create function %s() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$"
                            .formatted(function));
            unused = TestDatabase.execute(
                    "create trigger %s before insert on outbox for each row when (new.aggregateid = '%s') execute function %s()"
                            .formatted(function, person.id(), function));
        }

        @Override
        public void close() {
            var unused = TestDatabase.execute("drop function %s cascade".formatted(function));
        }
    }

    @Test
    void a_paper_that_nobody_wrote_is_not_verified() {
        RestAssured.given().get("/verify/C0000").then().statusCode(404);
    }

    private static Map<String, Object> booked(UUID bill) {
        return Map.copyOf(Objects.requireNonNull(TestDatabase.query("""
                        select (select count(*) from receipt where bill_id = b.id) as receipts,
                               (select count(*) from entry_set join receipt using (receipt_id) where bill_id = b.id) as sets,
                               (select count(*) from entry where bill_id = b.id) as entries
                        from (select cast(? as uuid) as id) b""", bill).getFirst()));
    }

    private static long balanceOf(Story.Person person) {
        return TestDatabase.number(
                "select coalesce(sum(balance_fen), 0) from account_balance where account_owner = ?",
                person.id() + "/EMPLOYEE");
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
