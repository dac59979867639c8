package org.lingbao.contribution.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.ReminderOrder;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTopics;
import org.lingbao.rules.Law;
import org.lingbao.rules.retirement.Category;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ReminderTest {
    private static final LocalDate SOON = LocalDate.of(2026, 9, 8);

    @Inject
    Soon soon;

    @Inject
    RemindDaily daily;

    @Test
    void soon_is_reckoned_in_working_days() {
        assertThat(soon.until(Story.today())).isEqualTo(SOON);
        // the National Day week
        assertThat(soon.until(LocalDate.of(2026, 9, 30))).isAfter(LocalDate.of(2026, 10, 11));
        assertThat(soon.until(LocalDate.of(2026, 12, 30))).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void a_person_sees_what_missing_the_window_costs() {
        var person = Story.insured();
        assertThat(closing(person, SOON)).isNotNull();
        reminders(person, "")
                .body("reminders", hasSize(1))
                .body("reminders[0].closesOn", equalTo("2026-09-08"))
                .body("reminders[0].amount", equalTo(Story.PENSION))
                .body("reminders[0].months", equalTo(List.of("2026-09")))
                .body("reminders[0].cost.months", equalTo(1))
                .body("reminders[0].cost.account", equalTo("365.84"))
                .body("reminders[0].cost", not(hasKey("pensionAMonth")));
        var less = reminders(person, "?birthDate=1990-05-05&category=MALE_60")
                .extract()
                .<String>path("reminders[0].cost.pensionAMonth");
        assertThat(new BigDecimal(less)).isBetween(new BigDecimal("5"), new BigDecimal("30"));
    }

    @Test
    void what_does_not_close_soon_or_is_anothers_is_not_told() {
        var person = Story.insured();
        assertThat(closing(person, SOON.plusDays(1))).isNotNull();
        reminders(person, "").body("reminders", hasSize(0));
        var other = Story.insured();
        assertThat(closing(other, SOON)).isNotNull();
        as(person.token()).get("/persons/" + other.id() + "/reminders").then().statusCode(404);
    }

    @Test
    void an_unchanged_answer_is_not_sent_again() {
        var person = Story.insured();
        assertThat(closing(person, SOON)).isNotNull();
        var tag = reminders(person, "").extract().header("ETag");
        as(person.token())
                .header("If-None-Match", tag)
                .get("/persons/" + person.id() + "/reminders")
                .then()
                .statusCode(304);
    }

    @Test
    void everybody_is_reminded_once_per_window_without_amounts() {
        var person = Story.insured();
        var bill = closing(person, SOON);
        assertThat(ReminderOrder.done(true).getLong("reminders")).isPositive();
        assertThat(remindersOf(bill)).isZero();
        assertThat(ReminderOrder.done(false).getLong("reminders")).isPositive();
        assertThat(ReminderOrder.done(false).getLong("reminders")).isZero();
        assertThat(remindersOf(bill)).isEqualTo(1);
        var told = TestTopics.await(
                "contribution.person",
                1,
                message -> person.id().toString().equals(message.key())
                        && "contribution.window-closing.v1"
                                .equals(message.headers().get("ce_type")));
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(Schemas.complaints("contribution", "window-closing", event.text()))
                    .isEmpty();
            assertThat(event.text()).contains(bill.toString()).doesNotContain("914.60");
        });
    }

    @Test
    void a_business_day_has_one_run_by_itself() {
        var limit = Duration.ofSeconds(60);
        var unused = daily.orderIfDue().await().atMost(limit);
        assertThat(daily.orderIfDue().await().atMost(limit)).isFalse();
        // what it does must not happen in the middle of another test
        await().atMost(Duration.ofSeconds(60))
                .until(() -> TestDatabase.number(
                                "select count(*) from sweep where kind = 'REMINDER' and finished_at is null")
                        == 0);
    }

    @Test
    void months_missed_cost_as_much_whatever_was_paid_before() {
        var self = new Loss.Self(LocalDate.of(1990, 5, 5), Category.MALE_60);
        var one = new Loss(new Place(Story.WEIFANG), null, Money.yuan(Story.BASE), Story.thisMonth(), 1);
        var three = new Loss(new Place(Story.WEIFANG), null, Money.yuan(Story.BASE), Story.thisMonth(), 3);
        var law = Law.standard();
        assertThat(three.aMonth(law, self, Story.today()).orElseThrow())
                .isGreaterThan(one.aMonth(law, self, Story.today()).orElseThrow());
        assertThat(new Loss(new Place("110000"), null, Money.yuan(Story.BASE), Story.thisMonth(), 1)
                        .aMonth(law, self, Story.today()))
                .isEmpty();
    }

    private static UUID closing(Person person, LocalDate until) {
        var bill = Story.billOf(person);
        var unused = TestDatabase.execute("update bill set payable_until = ? where bill_id = ?", until, bill);
        return bill;
    }

    private static long remindersOf(UUID bill) {
        return TestDatabase.number("select count(*) from reminder where bill_id = ?", bill);
    }

    private static ValidatableResponse reminders(Person person, String query) {
        return as(person.token())
                .get("/persons/" + person.id() + "/reminders" + query)
                .then()
                .statusCode(200);
    }
}
