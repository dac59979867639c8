package org.lingbao.enrollment.joining;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.value.Scheme;

/** In Shanghai employment is registered first, and insurance second (先就业登记，后社保登记). */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EmploymentFirstTest {
    @Inject
    Enroll enroll;

    @Test
    void whose_work_is_not_registered_is_told_so_and_joins_once_it_is() throws Throwable {
        var somebody = new Somebody(Citizen.driver());

        var refused = somebody.applies(enroll, Scheme.EMPLOYEE);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(((Problem) refused.body()).violations()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("EMPLOYMENT_NOT_REGISTERED");
            assertThat(reason.citation()).contains("沪人社规〔2023〕5号");
        });
        assertThat(somebody.relations()).isEmpty();

        assertThat(somebody.atWork().applies(enroll, Scheme.EMPLOYEE).status()).isEqualTo(201);
    }

    @Test
    void a_registration_that_has_ended_or_is_of_another_province_does_not_count() throws Throwable {
        var ended = Somebody.registered();
        change("set ended_on = '2026-09-01'", ended);
        var elsewhere = Somebody.registered();
        change("set place = '370702'", elsewhere);

        for (var somebody : new Somebody[] {ended, elsewhere}) {
            var refused = somebody.applies(enroll, Scheme.EMPLOYEE);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(((Problem) refused.body()).violations())
                    .extracting(Violation::code)
                    .containsExactly("EMPLOYMENT_NOT_REGISTERED");
        }
    }

    @Test
    void how_to_apply_tells_it_there_and_nowhere_else() {
        given().get("/rules/applying?place=310000").then().statusCode(200).body("before", contains("EMPLOYMENT"));
        given().get("/rules/applying?place=370700").then().statusCode(200).body("before", empty());
    }

    private static void change(String change, Somebody somebody) {
        assertThat(TestDatabase.execute(
                        "update employment_registration " + change + " where person_id = cast(? as uuid)",
                        somebody.id()))
                .isEqualTo(1);
    }
}
