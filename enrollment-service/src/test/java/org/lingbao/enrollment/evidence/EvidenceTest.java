package org.lingbao.enrollment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.evidence.domain.Kind;
import org.lingbao.enrollment.evidence.domain.Proof;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.enrollment.testing.Matched;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.rules.value.Place;

/** Papers are recorded with the days over which they hold. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EvidenceTest {
    private static final String NUMBER = "RP3702020012345678";

    @Inject
    Evidences evidences;

    @Inject
    Pool pool;

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
    void a_retry_under_the_same_key_is_one_paper_and_without_a_key_none_is_kept() {
        var path = "/persons/" + person + "/evidence";
        var body = """
                {"kind": "HUKOU_BOOK", "number": "%s", "place": "370705", "validFrom": "2020-01-01", "electronic": false}""".formatted(NUMBER);
        String first = post(path, citizen.token(), "paper", body)
                .statusCode(201)
                .extract()
                .path("evidenceId");

        post(path, citizen.token(), "paper", body)
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("evidenceId", equalTo(first))
                .body("number", equalTo("*".repeat(NUMBER.length() - 4) + "5678"));
        post(path, citizen.token(), "paper", body.replace("370705", "370702")).statusCode(409);
        as(citizen.token())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(400)
                .body("errors.code", contains("IDEMPOTENCY_KEY_REQUIRED"));

        assertThat(TestDatabase.number("select count(*) from evidence where person_id = cast(? as uuid)", person))
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
    void what_is_recorded_is_asked_of_a_place_and_a_day() throws Throwable {
        adds(
                        citizen.token(),
                        "RESIDENCE_PERMIT",
                        "370705",
                        "\"validFrom\": \"2025-08-31\", \"validTo\": \"2026-08-30\"")
                .statusCode(201);

        assertThat(proof("370700", "2026-09-01")).isEqualTo(new Proof.Expired(LocalDate.of(2026, 8, 30)));
        assertThat(proof("370700", "2026-08-30")).isEqualTo(new Proof.Holds());
        assertThat(proof("370200", "2026-08-30")).isEqualTo(new Proof.None());
    }

    @Test
    void a_permit_from_before_a_merge_counts_for_the_survivor_beside_their_own() throws Throwable {
        adds(
                        citizen.token(),
                        "RESIDENCE_PERMIT",
                        "370705",
                        "\"validFrom\": \"2025-08-31\", \"validTo\": \"2026-08-30\"")
                .statusCode(201);
        var merged = person;
        var twin = citizen.twin();
        person = twin.register();
        assertThat(proof("370700", "2026-08-30"))
                .as("of two persons, the one's")
                .isEqualTo(new Proof.None());
        post(
                        "/possible-matches/" + Matched.pair(merged, person) + "/decision",
                        TestTokens.mint("zhou.clerk").claim("org", "210200").token(),
                        "{\"decision\": \"SAME\", \"survivorId\": \"" + person + "\"}")
                .statusCode(200);

        assertThat(proof("370700", "2026-08-30")).isEqualTo(new Proof.Holds());
        assertThat(proof("370700", "2026-09-01")).isEqualTo(new Proof.Expired(LocalDate.of(2026, 8, 30)));

        adds(twin.token(), "RESIDENCE_PERMIT", "370705", "\"validFrom\": \"2026-08-31\", \"validTo\": \"2027-08-30\"")
                .statusCode(201);
        assertThat(proof("370700", "2026-09-01")).isEqualTo(new Proof.Holds());
        assertThat(proof("370700", "2026-08-30")).as("the older one, too").isEqualTo(new Proof.Holds());
    }

    private Proof proof(String place, String day) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> pool.withConnection(connection -> evidences.of(
                connection, UUID.fromString(person), Kind.RESIDENCE_PERMIT, new Place(place), LocalDate.parse(day))));
    }
}
