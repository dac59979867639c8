package org.lingbao.enrollment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** Papers are recorded with the days over which they hold; one that has ended is no ground any more. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EvidenceTest {
    private static final String NUMBER = "RP3702020012345678";

    private final Citizen citizen = Citizen.driver().withHukou("210202");
    private String person;

    @BeforeEach
    void begin() {
        person = citizen.register();
    }

    private ValidatableResponse adds(String token, String kind, String place, String days) {
        return post("/persons/" + person + "/evidence", token, """
                {"kind": "%s", "number": "%s", "place": "%s", %s, "electronic": false}""".formatted(kind, NUMBER, place, days));
    }

    private ValidatableResponse appliesByPermit() {
        return post(
                "/enrollments",
                citizen.token(),
                Citizen.application(person).replace("\"category\"", "\"residencePermit\": \"370705\", \"category\""));
    }

    @Test
    void a_paper_is_shown_masked_with_whether_it_holds() {
        adds(
                        citizen.token(),
                        "RESIDENCE_PERMIT",
                        "370705",
                        "\"validFrom\": \"2025-08-31\", \"validTo\": \"2026-08-30\"")
                .statusCode(201)
                .body("valid", equalTo(false))
                .body("seen", equalTo(false))
                .body("number", equalTo("*".repeat(NUMBER.length() - 4) + "5678"));
        adds(TestTokens.mint("zhou.clerk").claim("org", "210200").token(), "RESIDENCE_PERMIT", "370705", """
                "validFrom": "2025-09-02", "validTo": "2026-09-01\"""")
                .statusCode(201)
                .body("valid", equalTo(true))
                .body("seen", equalTo(true));

        as(citizen.token())
                .get("/persons/" + person + "/evidence")
                .then()
                .body("evidence.valid", contains(false, true));
        adds(Citizen.driver().token(), "HUKOU_BOOK", "370705", "\"validFrom\": \"2025-08-31\"")
                .statusCode(404);
        assertThat(TestDatabase.number(
                        "select count(*) from audit where action = 'evidence.add' and subject_id = cast(? as uuid)",
                        person))
                .isEqualTo(1);
    }

    @Test
    void what_cannot_be_a_paper_is_refused_with_every_reason() {
        adds(
                        citizen.token(),
                        "RESIDENCE_PERMIT",
                        "379999",
                        "\"validFrom\": \"2027-08-31\", \"validTo\": \"2027-08-30\"")
                .statusCode(400)
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "UNKNOWN_PLACE", "EVIDENCE_ENDS_BEFORE_IT_BEGINS", "EVIDENCE_NOT_ISSUED_YET"));
        adds(citizen.token(), "RESIDENCE_PERMIT", "370705", "\"validFrom\": \"2026-08-31\"")
                .statusCode(400)
                .body("errors.code", contains("EVIDENCE_END_MISSING"));
    }

    @Test
    void a_permit_that_has_ended_is_no_ground_and_a_new_one_is() {
        adds(
                        citizen.token(),
                        "RESIDENCE_PERMIT",
                        "370705",
                        "\"validFrom\": \"2025-08-31\", \"validTo\": \"2026-08-30\"")
                .statusCode(201);
        appliesByPermit().statusCode(422).body("errors.code", hasItem("RESIDENCE_PERMIT_EXPIRED"));

        adds(
                        citizen.token(),
                        "RESIDENCE_PERMIT",
                        "370705",
                        "\"validFrom\": \"2026-08-31\", \"validTo\": \"2027-08-30\"")
                .statusCode(201);
        appliesByPermit().statusCode(201).body("ground", equalTo("RESIDENCE_PERMIT"));
    }

    @Test
    void without_any_record_the_applicants_word_counts_as_before() {
        appliesByPermit().statusCode(201).body("ground", equalTo("RESIDENCE_PERMIT"));
    }
}
