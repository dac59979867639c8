package org.lingbao.contribution.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.PaidEarlier;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** The months of a statement, page by page. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class StatementMonthsTest {
    private static final YearMonth FIRST = YearMonth.of(2021, 3);

    @Test
    void the_pages_together_are_all_months_in_their_order() {
        var person = Story.insured();
        var months = paid(person, 30);
        var seen = new ArrayList<String>();
        var after = "";
        do {
            var page = page(person.token(), person, "limit=12" + after).statusCode(200);
            seen.addAll(page.extract().<List<String>>path("months.month"));
            var next = page.extract().<String>path("next");
            after = next == null ? "" : "&after=" + next;
        } while (!after.isEmpty());
        assertThat(seen).containsExactlyElementsOf(months);
        assertThat(page(person.token(), person, "").extract().<List<String>>path("months.month"))
                .containsExactlyElementsOf(months);
    }

    @Test
    void without_a_month_the_page_is_empty_and_of_nobody_there_is_none() {
        var person = Story.insured();
        page(person.token(), person, "").statusCode(200).body("months", empty());
        page(Story.insured().token(), person, "").statusCode(404);
        page(TestTokens.of(Story.TERMINAL), person, "").statusCode(404);
    }

    @Test
    void everything_that_is_wrong_with_the_page_is_told_at_once() {
        var person = Story.insured();
        page(person.token(), person, "limit=11&after=2026-13").statusCode(400).body("errors", hasSize(2));
    }

    private static List<String> paid(Person person, int months) {
        var plan = PaidEarlier.plan(person);
        return IntStream.range(0, months)
                .mapToObj(FIRST::plusMonths)
                .map(YearMonth::toString)
                .peek(month -> PaidEarlier.month(plan, month, 10_000))
                .toList();
    }

    private static ValidatableResponse page(String token, Person person, String query) {
        return as(token)
                .get("/persons/" + person.id() + "/statement/months?scheme=EMPLOYEE&" + query)
                .then();
    }
}
