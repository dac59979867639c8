package org.lingbao.contribution.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTopics;
import org.lingbao.local.testing.TestTopics.Message;
import org.lingbao.rules.contribution.Period;

/** A plan that comes with the enrollment as a wish is decided here, and answered by an event either way. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class WishTest {
    @Inject
    ObjectMapper json;

    @Test
    void a_wish_becomes_a_plan_with_its_first_bill() {
        var person = Story.insured();

        wishes(person, UUID.randomUUID(), Story.BASE);

        var answer = answers(person, 1).getFirst();
        assertThat(answer.headers()).containsEntry("ce_type", "contribution.plan-chosen.v1");
        assertThat(Schemas.complaints("contribution", "plan-chosen", answer.text()))
                .isEmpty();
        assertThat(count("plan", person)).isEqualTo(1);
        assertThat(count("bill", person)).isEqualTo(1);
    }

    @Test
    void a_wish_that_the_law_refuses_is_answered_with_every_reason_and_leaves_nothing() throws IOException {
        var person = Story.insured();
        var wish = UUID.randomUUID();

        wishes(person, wish, "100.00");

        var answer = answers(person, 1).getFirst();
        assertThat(answer.headers()).containsEntry("ce_type", "contribution.plan-refused.v1");
        assertThat(Schemas.complaints("contribution", "plan-refused", answer.text()))
                .isEmpty();
        var told = json.readTree(answer.text());
        assertThat(told.get("wishId").textValue()).isEqualTo(wish.toString());
        assertThat(told.get("reasons"))
                .extracting(
                        reason -> reason.get("code").textValue(),
                        reason -> reason.at("/parameters/base").textValue())
                .containsExactly(tuple("BASE_BELOW_LOWER_LIMIT", "100.00"));
        assertThat(told.at("/reasons/0/citation").isMissingNode()).isFalse();
        assertThat(count("plan", person)).isZero();
    }

    @Test
    void a_wish_beside_a_plan_is_refused_and_the_plan_stays() throws IOException {
        var person = Story.insured();
        Story.choosesPlan(person).then().statusCode(201);

        wishes(person, UUID.randomUUID(), Story.BASE);

        assertThat(codes(answers(person, 2).getLast())).containsExactly("PLAN_EXISTS");
        assertThat(count("plan", person)).isEqualTo(1);
        assertThat(count("bill", person)).isEqualTo(1);
    }

    @Test
    void a_wish_of_somebody_without_a_relation_is_refused_and_blocks_nothing() throws IOException {
        var person = Story.registered();

        wishes(person, UUID.randomUUID(), Story.BASE);

        assertThat(codes(answers(person, 1).getFirst())).containsExactly("RELATION_NOT_KNOWN");
        assertThat(TestDatabase.number(
                        "select count(*) from parked_message where key = ?",
                        person.id().toString()))
                .isZero();
    }

    @Test
    void a_wish_that_comes_twice_is_one_plan() {
        var person = Story.insured();
        var message = UUID.randomUUID();
        var body = wish(person, UUID.randomUUID(), Story.BASE);
        Story.enrollmentTells(message, "plan-wished", person.id(), body);
        Story.enrollmentTells(message, "plan-wished", person.id(), body);
        wishes(person, UUID.randomUUID(), Story.BASE);

        assertThat(answers(person, 2))
                .extracting(told -> told.headers().get("ce_type"))
                .containsExactly("contribution.plan-chosen.v1", "contribution.plan-refused.v1");
    }

    @Test
    void the_committed_example_binds() throws IOException {
        var tolerant = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

        var wished = tolerant.readValue(Schemas.example("enrollment", "plan-wished"), PlanWished.class);

        assertThat(wished.period()).isEqualTo(Period.MONTH);
        assertThat(wished.base()).isEqualTo("4573.00");
    }

    private static void wishes(Person person, UUID wish, String base) {
        Story.enrollmentTells("plan-wished", person.id(), wish(person, wish, base));
    }

    private static String wish(Person person, UUID wish, String base) {
        return """
               {"wishId": "%s", "personId": "%s", "relationId": "%s", "scheme": "EMPLOYEE", "place": "370700",
                "base": "%s", "period": "MONTH", "from": "%s", "wishedOn": "%s"}""".formatted(wish, person.id(), UUID.randomUUID(), base, Story.thisMonth(), Story.today());
    }

    private static List<Message> answers(Person person, int count) {
        return TestTopics.awaitKey("contribution.person", person.id().toString(), count);
    }

    private List<String> codes(Message answer) throws IOException {
        return json.readTree(answer.text()).get("reasons").findValuesAsText("code");
    }

    private static long count(String table, Person person) {
        return TestDatabase.number("select count(*) from " + table + " where person_id = ?", person.id());
    }
}
