package org.lingbao.contribution.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.contribution.story.Story.as;
import static org.lingbao.contribution.story.TransferStory.arrives;
import static org.lingbao.contribution.story.TransferStory.formOf;
import static org.lingbao.contribution.story.TransferStory.newReference;
import static org.lingbao.contribution.story.TransferStory.newSerial;
import static org.lingbao.contribution.story.TransferStory.provesItself;
import static org.lingbao.contribution.story.TransferStory.statementOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingbao.contribution.story.InterestOrder;
import org.lingbao.contribution.story.PaidEarlier;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.contribution.story.TransferStory;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** A year of a statement (年度权益记录). */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class StatementYearTest {

    @Test
    void a_year_shows_its_months_its_places_and_its_account_with_the_interest_that_it_earned() {
        var person = Story.insured();
        var plan = PaidEarlier.plan(person);
        PaidEarlier.month(plan, "2024-11", 36584);
        PaidEarlier.month(plan, "2025-01", 36584);
        PaidEarlier.month(plan, "2025-07", 36584);
        assertThat(InterestOrder.done(2024).getString("status")).isEqualTo("DONE");
        assertThat(InterestOrder.done(2025).getString("status")).isEqualTo("DONE");
        paysNow(person);

        // 365.84 * 2 * 0.0262 / 12 = 1.60; (365.84 + 1.60) * 0.015 = 5.51 and 365.84 * (12 + 6) * 0.015 / 12 = 8.23
        var before = year(person, 2024);
        assertThat(before.<String>getList("months.month")).containsExactly("2024-11");
        assertThat(before.getMap("account")).isEqualTo(account("0.00", "365.84", "0.00", "0.00", "1.60", "367.44"));

        var year = year(person, 2025);
        assertThat(year.getInt("year")).isEqualTo(2025);
        assertThat(year.<String>getList("months.month")).containsExactly("2025-01", "2025-07");
        assertThat(year.getInt("paidMonths")).isEqualTo(2);
        assertThat(year.<Map<String, Object>>getList("places"))
                .containsExactly(Map.of(
                        "place", "370700", "months", 2, "pension", "731.70", "account", "731.68", "pooled", "0.02"));
        assertThat(year.getMap("account")).isEqualTo(account("367.44", "731.68", "0.00", "0.00", "13.74", "1112.86"));
        assertThat(year.<Integer>getList("interest.year")).containsExactly(2025);
        assertThat(year.getString("interest[0].amount")).isEqualTo("13.74");

        assertThat(year(person, 2026).getMap("account"))
                .isEqualTo(account("1112.86", "365.84", "0.00", "0.00", "0.00", "1478.70"));
        assertThat(statementOf(person).getString("accountBalance")).isEqualTo("1478.70");
        assertThat(year(person, 2031).getMap("account"))
                .isEqualTo(account("1478.70", "0.00", "0.00", "0.00", "0.00", "1478.70"));
    }

    @Test
    void a_month_is_its_own_year_s_and_its_money_that_of_the_year_in_which_it_was_booked() {
        var person = Story.insured();
        PaidEarlier.month(PaidEarlier.plan(person), YearMonth.of(2024, 12), LocalDate.of(2025, 1, 4), 36584);
        var first = year(person, 2024);
        assertThat(first.getInt("paidMonths")).isEqualTo(1);
        assertThat(first.getString("places[0].account")).isEqualTo("365.84");
        assertThat(first.getString("account.closing")).isEqualTo("0.00");
        var second = year(person, 2025);
        assertThat(second.getList("months")).isEmpty();
        assertThat(second.getList("places")).isEmpty();
        assertThat(second.getString("account.paid")).isEqualTo("365.84");
    }

    @Test
    void what_a_transfer_took_has_left_the_year_s_account_and_comes_back_when_the_transfer_ends() {
        var person = Story.insured();
        paysNow(person);
        var before = year(person, 2026).prettify();
        var transfer = TransferStory.begun();
        transfer.asksToSeal(person);
        transfer.asksToRelease(transfer.answer(1, "account-sealed").get("form").toString());
        var year = year(person, 2026);
        assertThat(year.getInt("paidMonths")).isZero();
        assertThat(year.getMap("account")).isEqualTo(account("0.00", "365.84", "0.00", "-365.84", "0.00", "0.00"));
        assertThat(year.getMap("places[0]"))
                .containsEntry("account", "365.84")
                .containsEntry("transferredTo", "210000");

        transfer.asksToRestore();
        assertThat(year(person, 2026).prettify()).isEqualTo(before);
        provesItself();
    }

    @Test
    void what_came_by_a_transfer_is_in_the_account_and_its_months_tell_no_amounts() {
        var person = Story.insured();
        paysNow(person);
        var transfer = TransferStory.begun();
        var reference = newReference();
        transfer.expects(reference, "2743.80");
        arrives(newSerial(), reference, "2743.80").then().statusCode(201);
        transfer.asksToCredit(person, formOf("2026-06", "2026-08", 3, "1097.52", "1646.28", "2743.80"));
        var year = year(person, 2026);
        assertThat(year.<Map<String, Object>>getList("places"))
                .containsExactly(
                        Map.of("place", "210200", "months", 3, "transferredFrom", "210000"),
                        Map.of(
                                "place", "370700", "months", 1, "pension", "914.60", "account", "365.84", "pooled",
                                "548.76"));
        assertThat(year.getMap("account")).isEqualTo(account("0.00", "365.84", "1097.52", "0.00", "0.00", "1463.36"));
        provesItself();
    }

    @Test
    void each_year_and_the_whole_have_their_own_tags() {
        var person = Story.insured();
        PaidEarlier.month(PaidEarlier.plan(person), "2025-03", 36584);
        var bill = Story.billOf(person);
        var whole = tag(person, "");
        var past = tag(person, "&year=2025");
        var present = tag(person, "&year=2026");
        assertThat(whole).isNotEqualTo(past).isNotEqualTo(present);
        assertThat(past).isNotEqualTo(present);
        unchanged(person, "&year=2025", past, 304);
        unchanged(person, "&year=2025", present, 200);
        unchanged(person, "&year=2025", whole, 200);
        Story.pays(Story.TERMINAL, Story.newSequence(), bill, Story.PENSION)
                .then()
                .statusCode(201);
        unchanged(person, "&year=2025", past, 304);
        unchanged(person, "&year=2026", present, 200);
        unchanged(person, "", whole, 200);
    }

    @Test
    void a_year_is_shown_to_those_who_may_see_the_statement() {
        var person = Story.insured();
        read(TestTokens.of("li.clerk"), person, "&year=2026").then().statusCode(200);
        for (var token : new String[] {
            TestTokens.of("zhou.clerk"),
            TestTokens.of(Story.TERMINAL),
            Story.insured().token()
        }) {
            read(token, person, "&year=2026").then().statusCode(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"26", "0026", "20260", "2026-09", "this"})
    void what_is_no_year_is_refused(String year) {
        var person = Story.insured();
        read(person.token(), person, "&year=" + year)
                .then()
                .statusCode(400)
                .body("errors[0].parameters.message", containsString("[1-9][0-9]{3}"))
                .body("errors.size()", equalTo(1));
    }

    private static Map<String, Object> account(
            String opening, String paid, String arrived, String left, String interest, String closing) {
        return Map.of(
                "opening",
                opening,
                "paid",
                paid,
                "arrived",
                arrived,
                "left",
                left,
                "interest",
                interest,
                "closing",
                closing);
    }

    private static void paysNow(Person person) {
        Story.pays(Story.TERMINAL, Story.newSequence(), Story.billOf(person), Story.PENSION)
                .then()
                .statusCode(201);
    }

    private static JsonPath year(Person person, int year) {
        return read(person.token(), person, "&year=" + year)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String tag(Person person, String more) {
        return read(person.token(), person, more)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private static void unchanged(Person person, String more, String tag, int status) {
        as(person.token())
                .header("If-None-Match", tag)
                .get("/persons/" + person.id() + "/statement?scheme=EMPLOYEE" + more)
                .then()
                .statusCode(status);
    }

    private static Response read(String token, Person person, String more) {
        return as(token).get("/persons/" + person.id() + "/statement?scheme=EMPLOYEE" + more);
    }
}
