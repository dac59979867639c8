package org.lingbao.enrollment.standing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Year;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;
import org.lingbao.rules.value.Scheme;

/** What a person is in the resident scheme, where one pays by the year. Business day: 2026-09-01. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ResidentStandingTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    ObjectMapper json;

    private final Citizen citizen = Citizen.driver();
    private String personId;

    @BeforeEach
    void join() {
        personId = citizen.register();
        post("/enrollments", citizen.token(), Citizen.application(personId, "RESIDENT", false))
                .statusCode(201);
    }

    @Test
    void months_are_paid_with_their_year_and_count_as_no_service() {
        standing("RESIDENT")
                .statusCode(200)
                .body("state", equalTo("ACTIVE"), "months.month", contains("2026-09"))
                .body("months.status", contains("UNPAID"));

        paid("2026");
        paid("2026");

        standing("RESIDENT")
                .statusCode(200)
                .body("scheme", equalTo("RESIDENT"), "serviceMonths", equalTo(0))
                .body("months.month", contains("2026-09", "2026-10", "2026-11", "2026-12"))
                .body("months.status", everyItem(is("PAID")))
                .body("months.countsAsService", everyItem(is(false)));
    }

    @Test
    void without_a_scheme_it_is_the_employees_and_none_in_which_a_month_may_be_in_several_relations() {
        as(citizen.token())
                .get("/persons/" + personId + "/standing")
                .then()
                .statusCode(200)
                .body("scheme", equalTo("EMPLOYEE"), "state", equalTo("NONE"), "months", empty());
        standing("INJURY")
                .statusCode(400)
                .body("errors.code", contains("UNKNOWN_CODE"))
                .body("errors[0].detail", containsString("EMPLOYEE"));
    }

    @Test
    void who_is_hired_is_in_the_resident_scheme_no_more() {
        post("/employments", TestTokens.of("chen.employer"), """
                {"identityNumber": "%s", "name": "%s", "place": "370700", "startsOn": "2026-10-01"}""".formatted(citizen.number(), citizen.name()))
                .statusCode(201);
        paid("2026");

        standing("RESIDENT").body("months.month", contains("2026-09"));
    }

    @Test
    void the_committed_example_is_understood() throws IOException {
        var tolerant = json.copy()
                .configure(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

        assertThat(tolerant.readValue(example(), YearPaid.class))
                .isEqualTo(new YearPaid(
                        UUID.fromString("01992f3c-5a00-7c1e-8b1f-6d2a4c9e0b11"), Scheme.RESIDENT, Year.of(2026)));
    }

    private ValidatableResponse standing(String scheme) {
        return as(citizen.token())
                .get("/persons/" + personId + "/standing?scheme=" + scheme)
                .then();
    }

    private void paid(String year) {
        var id = UUID.randomUUID();
        var body = """
                {"personId": "%s", "scheme": "RESIDENT", "place": "370700", "year": "%s", "own": "300.00",
                 "subsidy": "30.00", "receiptId": "%s", "paidOn": "2026-09-01"}""".formatted(personId, year, UUID.randomUUID());
        TestTopics.send(
                "contribution.person",
                personId,
                body.getBytes(UTF_8),
                Map.of("ce_id", id.toString(), "ce_type", "contribution.year-paid.v1"));
        await().atMost(SOON)
                .until(() -> TestDatabase.number(
                                "select count(*) from inbox where consumer = 'enrollment-years' and message_id = ?", id)
                        == 1);
    }

    private static String example() throws IOException {
        try (var file = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("contracts/events/contribution/year-paid.v1.example.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
        }
    }
}
