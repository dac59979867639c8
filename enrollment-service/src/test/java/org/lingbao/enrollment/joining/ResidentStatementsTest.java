package org.lingbao.enrollment.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.lingbao.enrollment.testing.Citizen.application;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Caller;

/** What the resident scheme asks of whoever joins it, and no other scheme does. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ResidentStatementsTest {
    @Inject
    IdempotencyHeader keys;

    @Test
    void students_and_state_staff_are_refused_with_the_article() {
        var citizen = Citizen.driver();
        var personId = citizen.register();

        post(
                        "/enrollments",
                        citizen.token(),
                        application(personId, "RESIDENT", false)
                                .replace("\"student\": false", "\"student\": true")
                                .replace("\"stateStaff\": false", "\"stateStaff\": true"))
                .statusCode(422)
                .body("errors.code", contains("STATE_STAFF_EXCLUDED", "STUDENT_EXCLUDED"))
                .body("errors.citation", everyItem(containsString("国发〔2014〕8号")));

        assertThat(TestDatabase.query(
                                "select facts ->> 'student' as student, facts ->> 'stateStaff' as staff"
                                        + " from application where person_id = cast(? as uuid)",
                                personId)
                        .toString())
                .contains("student=true", "staff=true");
    }

    @Test
    void the_resident_scheme_asks_for_both_and_the_employees_for_neither() {
        var citizen = Citizen.driver();
        var personId = citizen.register();

        post("/enrollments", citizen.token(), application(personId).replace("EMPLOYEE", "RESIDENT"))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/statements/student", "/statements/stateStaff"));
        post("/enrollments", citizen.token(), application(personId)).statusCode(201);
    }

    @Test
    void what_the_release_before_took_under_a_key_is_the_same_request() {
        record Stated(boolean pensioner, boolean employedInsured) {}
        record Earlier(
                String personId, String scheme, String place, String category, String channel, Stated statements) {}
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var key = UUID.randomUUID().toString();
        var somebody = new Caller("issuer", "subject", "client", Set.of(), null, null, null, null, null);
        var asked =
                new Earlier(personId, "EMPLOYEE", "370700", "OTHER_FLEXIBLE", "MOBILE_12333", new Stated(false, false));
        var earlier = keys.key(somebody, "enroll", key, asked);

        post("/enrollments", citizen.token(), key, application(personId)).statusCode(201);

        var hash = new byte[earlier.bodyHash().remaining()];
        earlier.bodyHash().duplicate().get(hash);
        assertThat(TestDatabase.number(
                        "select count(*) from idempotency where key = ? and body_hash = ?", earlier.kept(), hash))
                .isEqualTo(1);
    }
}
