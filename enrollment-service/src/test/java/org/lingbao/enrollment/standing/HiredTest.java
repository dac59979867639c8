package org.lingbao.enrollment.standing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lingbao.enrollment.standing.EmploymentTest.relations;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTopics;
import org.lingbao.rules.value.Scheme;

/** What job matching and contribution tell of a person's standing, late, twice and in any order. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class HiredTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    ObjectMapper json;

    /** One message. */
    private record Told(String topic, String type, String body, UUID id) {
        static Told hired(String personId, String startsOn) {
            var body = """
                    {"hireId": "%s", "personId": "%s", "employer": "91370700MA0000001Y", "place": "370700",
                     "startsOn": "%s", "engagementId": "%s", "decidedOn": "2026-09-01"}""".formatted(UUID.randomUUID(), personId, startsOn, UUID.randomUUID());
            return new Told("matching.person", "matching.hired.v1", body, UUID.randomUUID());
        }

        static Told paid(String personId, String month, String more) {
            var body = """
                    {"personId": "%s", "scheme": "EMPLOYEE", "place": "370700", "months": ["%s"], "base": "4573.00",
                     "pension": "914.60", "account": "365.84", "pooled": "548.76", "receiptId": "%s",
                     "paidOn": "2026-09-01"%s}""".formatted(personId, month, UUID.randomUUID(), more);
            return new Told("contribution.person", "contribution.month-paid.v1", body, UUID.randomUUID());
        }

        static Told reversed(String personId, String month) {
            var body = """
                    {"personId": "%s", "scheme": "EMPLOYEE", "place": "370700", "months": ["%s"], "receiptId": "%s",
                     "reversedOn": "2026-09-02"}""".formatted(personId, month, UUID.randomUUID());
            return new Told("contribution.person", "contribution.payment-reversed.v1", body, UUID.randomUUID());
        }
    }

    @Test
    void a_hire_from_a_gig_is_an_employment_and_a_paid_month_stands() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);

        tell(personId, Told.paid(personId, "2026-09", ""));
        tell(personId, Told.hired(personId, "2026-09-20"));

        assertThat(relations(personId))
                .containsExactly("FLEXIBLE 2026-09-01 to 2026-09-01 HIRED", "EMPLOYED 2026-10-01");
    }

    @Test
    void a_payment_that_becomes_known_after_the_hire_moves_the_months() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);

        tell(personId, Told.hired(personId, "2026-09-20"));
        assertThat(relations(personId))
                .containsExactly("FLEXIBLE 2026-09-01 to 2026-08-01 OVERTAKEN", "EMPLOYED 2026-09-01");
        tell(personId, Told.paid(personId, "2026-09", ""));

        assertThat(relations(personId))
                .containsExactly("FLEXIBLE 2026-09-01 to 2026-09-01 HIRED", "EMPLOYED 2026-10-01");
    }

    @Test
    void a_payment_that_a_bank_had_reported_by_mistake_gives_the_month_back_to_the_employer() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);
        tell(personId, Told.paid(personId, "2026-09", ""));
        tell(personId, Told.hired(personId, "2026-09-20"));

        tell(personId, Told.reversed(personId, "2026-09"));

        assertThat(relations(personId)).last().isEqualTo("EMPLOYED 2026-09-01");
        tell(personId, Told.paid(personId, "2026-09", ""));
        assertThat(relations(personId)).last().isEqualTo("EMPLOYED 2026-10-01");
    }

    @Test
    void a_month_that_an_employer_paid_moves_nothing() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);

        tell(personId, Told.hired(personId, "2026-09-20"));
        tell(personId, Told.paid(personId, "2026-09", ", \"standing\": \"EMPLOYED\""));

        assertThat(relations(personId)).last().isEqualTo("EMPLOYED 2026-09-01");
    }

    @Test
    void in_any_order_and_twice_it_is_the_same_in_the_end() {
        for (var seed = 1; seed <= 6; seed++) {
            var citizen = Citizen.driver();
            var personId = citizen.register();
            citizen.enroll(personId).statusCode(201);
            var all = new ArrayList<>(List.of(
                    Told.paid(personId, "2026-09", ""),
                    Told.paid(personId, "2026-10", ""),
                    Told.hired(personId, "2026-10-20"),
                    Told.hired(personId, "2026-12-01")));
            all.addAll(List.copyOf(all));
            Collections.shuffle(all, new Random(seed));

            all.forEach(told -> tell(personId, told));

            assertThat(relations(personId))
                    .containsSubsequence("FLEXIBLE 2026-09-01 to 2026-10-01 HIRED", "EMPLOYED 2026-11-01")
                    .filteredOn(line -> !line.endsWith("OVERTAKEN"))
                    .hasSize(2);
        }
    }

    @Test
    void the_committed_examples_are_understood() throws IOException {
        var tolerant = json.copy()
                .configure(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
                .configure(
                        com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES, false);

        assertThat(tolerant.readValue(example("matching/hired"), Hired.class))
                .isEqualTo(new Hired(
                        UUID.fromString("01992f3c-5a00-7c1e-8b1f-6d2a4c9e0b63"),
                        UUID.fromString("01992f3c-5a00-7c1e-8b1f-6d2a4c9e0b11"),
                        "91370700MA0000001Y",
                        "370700",
                        LocalDate.of(2026, 10, 20),
                        LocalDate.of(2026, 10, 15)));
        assertThat(tolerant.readValue(example("contribution/month-paid"), MonthPaid.class))
                .isEqualTo(new MonthPaid(
                        UUID.fromString("01992f3c-5a00-7c1e-8b1f-6d2a4c9e0b11"),
                        Scheme.EMPLOYEE,
                        List.of(YearMonth.of(2026, 9)),
                        null));
        assertThat(tolerant.readValue(example("contribution/payment-reversed"), PaymentReversed.class))
                .isEqualTo(new PaymentReversed(
                        UUID.fromString("01992f3c-5a00-7c1e-8b1f-6d2a4c9e0b11"),
                        Scheme.EMPLOYEE,
                        List.of(YearMonth.of(2026, 9))));
    }

    private static String example(String event) throws IOException {
        try (var file = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("contracts/events/" + event + ".v1.example.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
        }
    }

    private static void tell(String personId, Told told) {
        TestTopics.send(
                told.topic(),
                personId,
                told.body().getBytes(UTF_8),
                Map.of("ce_id", told.id().toString(), "ce_type", told.type()));
        await().atMost(SOON)
                .until(() -> TestDatabase.number(
                                "select count(*) from inbox where consumer = 'enrollment-employment' and message_id = ?",
                                told.id())
                        == 1);
    }
}
