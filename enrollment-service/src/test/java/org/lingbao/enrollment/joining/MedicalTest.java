package org.lingbao.enrollment.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.value.Scheme;

/**
 * Medical insurance rides on the pension in Shanghai. The cell of the tests serves another province, so the command is asked past
 * the check of the place. Business day: 2026-09-01.
 */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class MedicalTest {
    private static final String CLERK = TestTokens.of("li.clerk");

    @Inject
    Enroll enroll;

    @Test
    void who_joins_the_pension_joins_both_at_once_and_is_told_from_when_it_pays() throws Throwable {
        var somebody = Somebody.registered();

        var answer = somebody.applies(enroll, Scheme.EMPLOYEE);

        assertThat(answer.status()).isEqualTo(201);
        var view = (EnrollmentView) answer.body();
        assertThat(view.notices())
                .extracting(EnrollmentView.Finding::code)
                .containsExactly("MEDICAL_JOINED_TOGETHER", "MEDICAL_PAYS_FROM");
        assertThat(view.notices().getLast().detail().en()).contains("2026-09", "2027-03", "confirmed by the agency");
        assertThat(view.notices().getLast().citation()).contains("沪医保规〔2025〕7号");
        assertThat(somebody.relations()).containsExactly("EMPLOYEE FLEXIBLE 2026-09-01", "MEDICAL FLEXIBLE 2026-09-01");
        assertThat(TestTopics.awaitKey("enrollment.person", somebody.id(), 5))
                .extracting(message ->
                        message.text().replaceAll(".*\"scheme\":\"([A-Z]+)\".*\"channel\":\"(\\w+)\".*", "$1 $2"))
                .endsWith("EMPLOYEE MOBILE_12333", "MEDICAL MOBILE_12333");
        somebody.standing()
                .statusCode(200)
                .body("scheme", equalTo("MEDICAL"), "state", equalTo("ACTIVE"), "serviceMonths", equalTo(0))
                .body("months.month", contains("2026-09"), "months.status", contains("UNPAID"))
                .body("benefits.joins", equalTo("2026-09"), "benefits.insuredUntil", nullValue())
                .body("benefits.from", equalTo("2027-03"), "benefits.status", equalTo("UNCERTAIN"))
                .body("benefits.trace.article", containsString("沪医保规〔2025〕7号"));
    }

    @Test
    void who_has_no_pension_there_is_refused_with_every_reason_and_its_article() throws Throwable {
        var child = new Somebody(Citizen.born(LocalDate.of(2012, 1, 1)));

        var answer = child.applies(enroll, Scheme.MEDICAL);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(((Problem) answer.body()).violations())
                .extracting(Violation::code)
                .containsExactly("MEDICAL_WITHOUT_PENSION", "UNDER_MINIMUM_AGE");
        assertThat(child.relations()).isEmpty();
    }

    @Test
    void in_shandong_no_table_of_it_is_loaded_which_is_told_with_what_else_is_missing() {
        var somebody = Somebody.registered();
        var asked = Citizen.application(somebody.id(), "MEDICAL", false);

        post("/enrollments", somebody.citizen().token(), asked)
                .statusCode(422)
                .body("errors.code", contains("RULES_NOT_LOADED"))
                .body("errors[0].detail", containsString("370700"));
        post("/enrollments", CLERK, asked.replace("MOBILE_12333", "AGENCY_COUNTER"))
                .statusCode(422)
                .body("errors.code", contains("CONFIRMATION_REQUIRED", "RULES_NOT_LOADED"));
        assertThat(somebody.relations()).isEmpty();
    }

    @Test
    void who_has_the_pension_alone_joins_it_afterwards_and_what_was_paid_with_the_pension_counts() throws Throwable {
        var somebody = Somebody.withPensionSince("2026-01-01");
        var _ = TestDatabase.execute("""
                insert into paid_month select cast(? as uuid), month
                from generate_series(date '2026-01-01', '2026-08-01', '1 month') month""", somebody.id());

        var view = (EnrollmentView) somebody.applies(enroll, Scheme.MEDICAL).body();

        assertThat(view)
                .extracting(
                        EnrollmentView::scheme,
                        one -> String.valueOf(one.from()),
                        one -> one.notices().stream()
                                .map(EnrollmentView.Finding::code)
                                .toList())
                .containsExactly(Scheme.MEDICAL, "2026-09", List.of("MEDICAL_PAYS_FROM"));
        somebody.standing().body("benefits.joins", equalTo("2026-01"), "benefits.from", equalTo("2026-07"));
        as(somebody.citizen().token())
                .get("/enrollments/" + view.enrollmentId() + "/receipt")
                .then()
                .statusCode(200);
    }

    @Test
    void of_many_at_once_one_joins_it() throws Exception {
        var somebody = Somebody.withPensionSince("2026-01-01");
        Callable<String> joins = () -> {
            try {
                var answer = somebody.applies(enroll, Scheme.MEDICAL);
                return answer.body() instanceof Problem refused
                        ? refused.violations().getFirst().code()
                        : "JOINED";
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        };
        try (var threads = Executors.newFixedThreadPool(32)) {
            var answers = threads.invokeAll(Collections.nCopies(32, joins)).stream()
                    .collect(Collectors.groupingBy(future -> future.resultNow(), Collectors.counting()));
            assertThat(answers).isEqualTo(Map.of("JOINED", 1L, "ALREADY_ENROLLED", 31L));
        }
        assertThat(somebody.relations()).hasSize(2);
    }

    @Test
    void it_is_paused_and_resumed_with_the_pension_and_after_the_gap_the_waiting_begins_anew() throws Throwable {
        var somebody = Somebody.registered();
        var view = (EnrollmentView) somebody.applies(enroll, Scheme.EMPLOYEE).body();
        var pension = "/relations/" + view.relationId();

        post(pension + "/pause", somebody.citizen().token(), from("2026-10")).statusCode(200);
        post(pension + "/resume", somebody.citizen().token(), from("2027-02")).statusCode(200);

        assertThat(somebody.paused()).containsOnly("{[2026-10-01,2027-02-01)}").hasSize(2);
        somebody.standing()
                .body("benefits.joins", equalTo("2027-02"), "benefits.insuredUntil", equalTo("2026-09"))
                .body("benefits.from", equalTo("2027-08"));
        assertThat(TestTopics.awaitKey("enrollment.person", somebody.id(), 9).stream()
                        .filter(message -> message.text().contains("\"scheme\":\"MEDICAL\""))
                        .map(message -> message.headers().get("ce_type")))
                .containsExactly(
                        "enrollment.relation-opened.v1",
                        "enrollment.relation-paused.v1",
                        "enrollment.relation-resumed.v1");
    }

    @Test
    void nobody_pauses_or_gives_it_up_alone() throws Throwable {
        var somebody = Somebody.registered();
        var _ = somebody.applies(enroll, Scheme.EMPLOYEE);
        var medical = "/relations/" + somebody.relation("MEDICAL");

        post(medical + "/pause", somebody.citizen().token(), from("2026-10"))
                .statusCode(422)
                .body("errors.code", contains("SCHEME_NOT_PAUSED"));
        post(medical + "/termination", CLERK, """
                {"cause": "LOST_NATIONALITY", "on": "2026-09-01", "evidence": "GJ-2026-1"}""")
                .statusCode(422)
                .body("errors.code", contains("MEDICAL_ENDS_WITH_PENSION"));
    }

    @Test
    void it_gives_way_to_an_employer_with_the_pension_and_goes_on_after_the_leaving() throws Throwable {
        var somebody = Somebody.registered();
        var _ = somebody.applies(enroll, Scheme.EMPLOYEE);

        String employment = post("/employments", TestTokens.of("chen.employer"), """
                        {"identityNumber": "%s", "name": "%s", "place": "370700", "startsOn": "2026-10-01"}""".formatted(
                                somebody.citizen().number(), somebody.citizen().name()))
                .statusCode(201)
                .extract()
                .path("employmentId");
        assertThat(somebody.relations())
                .contains("MEDICAL FLEXIBLE 2026-09-01 to 2026-09-01 HIRED")
                .noneMatch(line -> line.startsWith("MEDICAL EMPLOYED"));
        post("/employments/" + employment + "/end", TestTokens.of("chen.employer"), "{\"endedOn\": \"2026-10-01\"}")
                .statusCode(200);

        assertThat(somebody.relations())
                .containsSubsequence("MEDICAL FLEXIBLE 2026-09-01 to 2026-09-01 HIRED", "MEDICAL FLEXIBLE 2026-11-01");
        somebody.standing().body("benefits.joins", equalTo("2026-09"), "benefits.from", equalTo("2027-03"));
    }

    @Test
    void who_is_hired_for_a_later_month_joins_both_until_then() throws Throwable {
        var somebody = Somebody.registered();
        post("/employments", TestTokens.of("chen.employer"), """
                        {"identityNumber": "%s", "name": "%s", "place": "370700", "startsOn": "2026-10-01"}""".formatted(
                                somebody.citizen().number(), somebody.citizen().name()))
                .statusCode(201);

        assertThat(somebody.applies(enroll, Scheme.EMPLOYEE).status()).isEqualTo(201);

        assertThat(somebody.relations())
                .contains(
                        "EMPLOYEE FLEXIBLE 2026-09-01 to 2026-09-01 HIRED",
                        "MEDICAL FLEXIBLE 2026-09-01 to 2026-09-01 HIRED");
    }

    @Test
    void a_death_ends_both_and_a_pension_that_is_drawn_too() throws Throwable {
        var dead = Somebody.registered();
        var retired = new Somebody(Citizen.born(LocalDate.of(1966, 6, 5))).atWork();
        assertThat(dead.applies(enroll, Scheme.EMPLOYEE).status()).isEqualTo(201);
        assertThat(retired.applies(enroll, Scheme.EMPLOYEE).status()).isEqualTo(201);

        post("/persons/" + dead.id() + "/death", CLERK, "{\"diedOn\": \"2026-09-01\", \"evidence\": \"SW-2026-1\"}")
                .statusCode(200);
        post("/persons/" + retired.id() + "/retirement", CLERK, """
                {"scheme": "EMPLOYEE", "fromMonth": "2026-10", "evidence": "TX-2026-1"}""").statusCode(200);

        assertThat(dead.relations()).contains("MEDICAL FLEXIBLE 2026-09-01 to 2026-09-01 DECEASED");
        dead.standing().body("state", equalTo("DECEASED"), "benefits", nullValue());
        assertThat(retired.relations()).contains("MEDICAL FLEXIBLE 2026-09-01 to 2026-09-01 RETIRED");
    }

    private static String from(String month) {
        return "{\"fromMonth\": \"" + month + "\", \"channel\": \"MOBILE_12333\"}";
    }
}
