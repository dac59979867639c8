package org.lingbao.enrollment.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.enrollment.testing.Citizen.application;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** A person's applications can be found, refused ones above all. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EnrollmentsListTest {

    @Test
    void accepted_and_refused_are_listed_the_last_one_first() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var refused = apply(citizen, personId, true).statusCode(422).extract().<String>path("applicationId");
        var accepted = apply(citizen, personId, false).statusCode(201).extract().<String>path("enrollmentId");

        list(citizen.token(), personId, "")
                .statusCode(200)
                .body("enrollments.enrollmentId", contains(accepted, refused))
                .body("enrollments.outcome", contains("ACCEPTED", "REFUSED"))
                .body("enrollments.scheme", everyItem(equalTo("EMPLOYEE")))
                .body("enrollments.from", contains("2026-09", null))
                .body("next", nullValue());
    }

    @Test
    void pages_follow_one_another_without_a_gap_or_a_repetition() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var made = new ArrayList<String>();
        for (var count = 0; count < 5; count++) {
            made.addFirst(
                    apply(citizen, personId, true).statusCode(422).extract().path("applicationId"));
        }

        var seen = new ArrayList<String>();
        String next = null;
        do {
            var page = list(citizen.token(), personId, "?limit=2" + (next == null ? "" : "&after=" + next))
                    .statusCode(200)
                    .extract();
            List<String> ids = page.path("enrollments.enrollmentId");
            assertThat(ids).hasSizeLessThanOrEqualTo(2);
            seen.addAll(ids);
            next = page.path("next");
        } while (next != null);

        assertThat(seen).isEqualTo(made);
    }

    @Test
    void who_may_not_see_the_person_finds_nothing_and_the_clerk_who_may_is_recorded() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);

        list(Citizen.driver().token(), personId, "").statusCode(404);
        list(TestTokens.of("zhou.clerk"), personId, "").statusCode(404);
        list(citizen.token(), UUID.randomUUID().toString(), "").statusCode(404);
        list(TestTokens.of("li.clerk"), personId, "").statusCode(200).body("enrollments.outcome", contains("ACCEPTED"));

        assertThat(TestDatabase.query(
                        "select action from audit where subject_id = cast(? as uuid) and action like 'enrollments%'",
                        personId))
                .extracting(row -> row.get("action"))
                .containsExactly("enrollments.view");
    }

    @Test
    void who_never_applied_has_an_empty_list_and_a_limit_that_is_none_is_refused() {
        var citizen = Citizen.driver();
        var personId = citizen.register();

        list(citizen.token(), personId, "").statusCode(200).body("enrollments", empty());
        list(citizen.token(), personId, "?limit=0").statusCode(400);
        list(citizen.token(), personId, "?after=yesterday").statusCode(400);
    }

    private static ValidatableResponse apply(Citizen citizen, String personId, boolean pensioner) {
        return post("/enrollments", citizen.token(), application(personId, "EMPLOYEE", pensioner));
    }

    private static ValidatableResponse list(String token, String personId, String query) {
        return as(token).get("/persons/" + personId + "/enrollments" + query).then();
    }
}
