package org.lingbao.contribution.story;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.lingbao.local.testing.Fields;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** The people of the tests and what they do. Everybody is new, so that tests do not meet. */
public final class Story {
    /** The lowest base of Shandong in the month of the tests, and what follows from it. */
    public static final String BASE = "4573.00";

    public static final String PENSION = "914.60";
    public static final String WEIFANG = "370700";
    public static final String TERMINAL = "terminal-370702-0001";
    public static final String OTHER_TERMINAL = "terminal-370782-0001";

    private Story() {}

    /** A person with a login. */
    public record Person(UUID id, String name) {
        public String token() {
            return TestTokens.of(name);
        }
    }

    /** The business day of the service; no test moves it. */
    public static LocalDate today() {
        return LocalDate.parse(TestStack.FIRST_DAY);
    }

    public static YearMonth thisMonth() {
        return YearMonth.from(today());
    }

    /** A person whom enrollment told of: registered, enrolled in Weifang from this month on. */
    public static Person insured() {
        return insuredUntil(null);
    }

    /** The same, with a last payable month. */
    public static Person insuredUntil(@Nullable YearMonth lastPayable) {
        var person = registered();
        relation(person, WEIFANG, lastPayable);
        return person;
    }

    /** A person whose registration is known, and no relation. */
    public static Person registered() {
        var person = new Person(
                UUID.randomUUID(), "citizen-" + ThreadLocalRandom.current().nextLong(1, 999_999_999_999L));
        var unused = TestDatabase.execute(
                "insert into login values (?, ?, ?)",
                TestTokens.issuer(),
                TestTokens.subject(person.name()),
                person.id());
        return person;
    }

    public static void relation(Person person, String place, @Nullable YearMonth lastPayable) {
        relation(person, "EMPLOYEE", place, lastPayable);
    }

    public static void relation(Person person, String scheme, String place, @Nullable YearMonth lastPayable) {
        var unused = TestDatabase.execute(
                "insert into relation values (?, ?, ?, ?, 'FLEXIBLE', ?, cast(nullif(?, '') as date), ?)",
                UUID.randomUUID(),
                person.id(),
                scheme,
                place,
                thisMonth().minusMonths(24).atDay(1),
                lastPayable == null ? "" : lastPayable.atDay(1).toString(),
                today());
        unused = TestDatabase.execute(
                "insert into account_balance values ('PERSON', ?, 0, 0) on conflict do nothing",
                person.id() + "/" + scheme);
        area(person, place);
    }

    /** From now on the agencies of the place see the person. */
    public static void area(Person person, String place) {
        var unused = TestDatabase.execute(
                "insert into person_area values (?, ?) on conflict do nothing", person.id(), place);
    }

    /** A plan chosen earlier, as a row: no bill yet. */
    public static UUID earlierPlan(Person person, int months, YearMonth from, long baseFen) {
        return earlierPlan(person, "EMPLOYEE", months, from, baseFen);
    }

    public static UUID earlierPlan(Person person, String scheme, int months, YearMonth from, long baseFen) {
        var plan = UUID.randomUUID();
        var unused = TestDatabase.execute("""
                insert into plan (plan_id, relation_id, person_id, scheme, place, base_fen, period_months, from_month,
                                  chosen_on)
                select ?, relation_id, person_id, scheme, place, ?, ?, ?, opened_on
                from relation where person_id = ? and scheme = ? and to_month is null""", plan, baseFen, (short) months, from.atDay(1), person.id(), scheme);
        return plan;
    }

    /** A bill of a plan for one month, as a row; it is the last of the plan. */
    public static void lastBill(UUID plan, YearMonth month) {
        var unused = TestDatabase.execute("""
                with ended as (
                    update plan set until_month = ? where plan_id = ? returning *
                ), billed as (
                    insert into bill (bill_id, plan_id, person_id, scheme, place, first_month, months, base_fen,
                                      account_fen, pooled_fen, medical_fen, amount_fen, payable_until, issued_on)
                    select uuidv7(), plan_id, person_id, scheme, place, until_month, 1, base_fen, 36584, 54876, 0, 91460,
                           ?, chosen_on from ended
                    returning *
                )
                insert into bill_month select person_id, scheme, first_month, bill_id from billed""", month.atDay(1), plan, month.atEndOfMonth());
    }

    /** Chooses the usual plan; the answer has the first bill. */
    public static Response choosesPlan(Person person) {
        return choosesPlan(person, UUID.randomUUID().toString(), plan(person, BASE, "MONTH", thisMonth()));
    }

    public static Response choosesPlan(Person person, String key, String body) {
        return as(person.token()).header("Idempotency-Key", key).body(body).post("/plans");
    }

    public static String plan(Person person, String base, String period, YearMonth from) {
        return """
                {"personId": "%s", "scheme": "EMPLOYEE", "base": "%s", "period": "%s", "from": "%s"}""".formatted(person.id(), base, period, from);
    }

    /** A new person with a plan; the id of the first bill. */
    public static UUID billOf(Person person) {
        return UUID.fromString(
                Fields.text(choosesPlan(person).then().statusCode(201).extract().asString(), "/bill/billId"));
    }

    public static long newSequence() {
        return ThreadLocalRandom.current().nextLong(1, 9_999_999_999L);
    }

    public static Response pays(String terminal, long sequence, UUID bill, String amount) {
        return sends(terminal, sequence, payment(sequence, bill, amount));
    }

    public static String payment(long sequence, UUID bill, String amount) {
        return """
                {"sequence": %d, "billId": "%s", "amount": "%s", "occurredAt": "%sT10:15:00+08:00"}""".formatted(sequence, bill, amount, today());
    }

    public static Response sends(String terminal, long sequence, String body) {
        return as(TestTokens.of(terminal))
                .header("Idempotency-Key", terminal.replace("terminal-", "") + "-" + sequence)
                .body(body)
                .post("/payments");
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /** Publishes an event as enrollment does. */
    public static void enrollmentTells(UUID messageId, String name, UUID key, String body) {
        TestTopics.send(
                "enrollment.person",
                key.toString(),
                body.getBytes(UTF_8),
                Map.of(
                        "ce_id",
                        messageId.toString(),
                        "ce_type",
                        "enrollment." + name + ".v1",
                        "ce_source",
                        "/enrollment",
                        "ce_specversion",
                        "1.0"));
    }

    public static void enrollmentTells(String name, UUID key, String body) {
        enrollmentTells(UUID.randomUUID(), name, key, body);
    }
}
