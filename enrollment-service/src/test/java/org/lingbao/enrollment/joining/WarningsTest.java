package org.lingbao.enrollment.joining;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.lingbao.enrollment.testing.Citizen.application;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

/** Whoever joins is told what others will try to sell them, before they pay anybody. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class WarningsTest {

    @Test
    void the_answer_warns_of_sham_employers_and_paid_back_payments_in_both_languages_with_their_source() {
        var citizen = Citizen.driver();

        citizen.enroll(citizen.register())
                .statusCode(201)
                .body("warnings.code", contains("NO_SHAM_EMPLOYER", "ONE_OFF_OFFERS_ARE_FRAUD"))
                .body("warnings[0].detail.zh", containsString("不需要挂靠单位"))
                .body("warnings[1].detail.zh", containsString("一次性补缴"))
                .body("warnings[1].detail.en", containsString("one-off back-payment"))
                .body("warnings[1].howToFix.zh", containsString("不要付款"))
                .body("warnings.citation", everyItem(containsString("人社部发〔2016〕132号")));
    }

    @Test
    void who_was_refused_reads_them_with_the_reasons() {
        var late = Citizen.born(LocalDate.of(1950, 1, 1));
        var person = late.register();
        late.enroll(person).statusCode(422);
        var id = TestDatabase.query("select id from application where person_id = cast(? as uuid)", person)
                .getFirst()
                .get("id");

        as(late.token())
                .get("/enrollments/" + id)
                .then()
                .statusCode(200)
                .body("reasons.code", contains("REACHED_RETIREMENT_AGE"))
                .body("warnings.code", contains("NO_SHAM_EMPLOYER", "ONE_OFF_OFFERS_ARE_FRAUD"));
    }

    @Test
    void the_resident_scheme_has_other_notices() {
        var citizen = Citizen.driver();

        post("/enrollments", citizen.token(), application(citizen.register(), "RESIDENT", false))
                .statusCode(201)
                .body("warnings", empty());
    }
}
