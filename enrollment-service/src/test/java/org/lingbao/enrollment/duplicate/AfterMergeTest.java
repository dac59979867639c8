package org.lingbao.enrollment.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.lingbao.enrollment.duplicate.MatchDesk.CLERK;
import static org.lingbao.enrollment.duplicate.MatchDesk.decide;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.enrollment.testing.Matched;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTopics;

/** Under whatever number a person is spoken of, it is of the one whom they turned out to be, before the merge and after it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AfterMergeTest {
    private final Citizen one = Citizen.driver();
    private final Citizen twin = one.twin();
    private String merged;
    private String survivor;

    @BeforeEach
    void begin() {
        merged = one.register();
        survivor = twin.register();
    }

    @Test
    void a_death_that_is_recorded_under_the_merged_number_ends_the_survivors_relations() {
        twin.enroll(survivor).statusCode(201);
        merge(merged, survivor);

        post("/persons/" + merged + "/death", CLERK, """
                {"diedOn": "2026-09-01", "evidence": "SW-2026-3"}""")
                .statusCode(200)
                .body("personId", equalTo(survivor), "because", equalTo("DECEASED"));

        assertThat(live(survivor)).isEmpty();
        assertThat(TestTopics.awaitKey("enrollment.person", survivor, 6))
                .extracting(message -> message.headers().get("ce_type"))
                .contains("enrollment.person-deceased.v1", "enrollment.relation-closed.v1");
    }

    @Test
    void a_pension_that_is_recorded_under_the_merged_number_ends_what_the_survivor_pays() {
        var older = Citizen.born(LocalDate.of(1966, 6, 5));
        var same = older.twin();
        var first = older.register();
        var second = same.register();
        same.enroll(second).statusCode(201);
        merge(first, second);

        retires(first, "EMPLOYEE").statusCode(200).body("personId", equalTo(second));

        assertThat(live(second)).isEmpty();
        same.enroll(second).statusCode(422).body("errors.code", hasItem("DRAWING_PENSION"));
    }

    @Test
    void nothing_that_was_joined_goes_on_at_a_survivor_who_has_died() {
        post("/enrollments", one.token(), Citizen.application(merged, "RESIDENT", false))
                .statusCode(201);
        post("/persons/" + survivor + "/death", CLERK, """
                {"diedOn": "2026-08-31", "evidence": "SW-2026-4"}""").statusCode(200);

        merge(merged, survivor);

        assertThat(live(survivor)).isEmpty();
    }

    @Test
    void nothing_goes_on_that_the_survivors_pension_has_ended() {
        var older = Citizen.born(LocalDate.of(1966, 9, 10));
        var first = older.register();
        var second = older.twin().register();
        post("/enrollments", older.token(), Citizen.application(first, "RESIDENT", false))
                .statusCode(201);
        retires(second, "RESIDENT").statusCode(200);

        merge(first, second);

        assertThat(live(second)).isEmpty();
    }

    @Test
    void an_employment_that_was_registered_before_is_shown_and_ended_by_the_next() {
        post("/employment-registrations", one.token(), registers(merged, "4-02-07-08"))
                .statusCode(201);
        merge(merged, survivor);

        post("/employment-registrations", twin.token(), registers(survivor, "4-02-07-10"))
                .statusCode(201);

        as(twin.token())
                .get("/persons/" + survivor + "/employment-registrations")
                .then()
                .statusCode(200)
                .body("occupation", contains("4-02-07-08", "4-02-07-10"))
                .body("endedOn", contains("2026-09-01", null));
    }

    @Test
    void all_of_one_thing_is_done_for_the_survivor() {
        merge(merged, survivor);

        post("/one-thing-applications", one.token(), """
               {"personId": "%s", "occupation": "4-02-07-10", "place": "370700", "category": "OTHER_FLEXIBLE",
                "statements": {"pensioner": false, "employedInsured": false},
                "plan": {"base": "5000.00", "period": "MONTH"}, "channel": "MOBILE_12333"}""".formatted(merged))
                .statusCode(201)
                .body("registration.personId", equalTo(survivor));
    }

    private static void merge(String merged, String survivor) {
        decide(CLERK, Matched.pair(merged, survivor), "SAME", survivor).statusCode(200);
    }

    private static ValidatableResponse retires(String person, String scheme) {
        return post("/persons/" + person + "/retirement", CLERK, """
                {"scheme": "%s", "fromMonth": "2026-10", "evidence": "TX-2026-2"}""".formatted(scheme));
    }

    private static List<Map<String, @Nullable Object>> live(String person) {
        return TestDatabase.query(
                "select scheme from relation where person_id in (select same_person(cast(? as uuid))) and to_month is null",
                person);
    }

    private static String registers(String person, String occupation) {
        return """
               {"personId": "%s", "occupation": "%s", "place": "370700", "form": "OTHER_FLEXIBLE",
                "channel": "MOBILE_12333"}""".formatted(person, occupation);
    }
}
