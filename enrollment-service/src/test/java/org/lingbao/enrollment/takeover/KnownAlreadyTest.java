package org.lingbao.enrollment.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.lingbao.enrollment.takeover.Parts.OPERATOR;
import static org.lingbao.enrollment.takeover.Parts.begin;
import static org.lingbao.enrollment.takeover.Parts.line;
import static org.lingbao.enrollment.takeover.Parts.part;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.enrollment.testing.Held;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

/** What is decided of a person elsewhere at the same moment holds for what a file says of them, too. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class KnownAlreadyTest {
    @Test
    void nothing_is_opened_for_whose_death_is_being_recorded() throws Exception {
        var citizen = Citizen.driver();
        var person = citizen.register();
        var takeover = begin(1);

        try (var death = Held.person(person);
                var thread = Executors.newSingleThreadExecutor()) {
            var taken = thread.submit(() -> part(takeover, 1, line(citizen, "", "EMPLOYEE,370700,2019-03")));
            death.isAwaited();
            death.does("""
                    insert into ending (ending_id, person_id, kind, day, evidence, recorded_on)
                    values (uuidv7(), cast(? as uuid), 'DIED', date '2026-08-31', 'SW-2026-5', date '2026-09-01')""", person);
            death.ends();
            taken.get().statusCode(200).body("relations", equalTo(0)).body("wrong", equalTo(1));
        }
    }

    @Test
    void what_is_taken_of_somebody_who_is_being_merged_is_the_survivors() throws Exception {
        var citizen = Citizen.driver();
        var merged = citizen.register();
        var survivor = citizen.twin().register();
        var takeover = begin(1);

        try (var merge = Held.person(merged);
                var thread = Executors.newSingleThreadExecutor()) {
            var taken = thread.submit(() -> part(takeover, 1, line(citizen, "", "EMPLOYEE,370700,2019-03")));
            merge.isAwaited();
            merge.does("""
                    update person set survivor_id = cast(? as uuid), merged_on = date '2026-09-01'
                    where id = cast(? as uuid)""", survivor, merged);
            merge.ends();
            taken.get().statusCode(200).body("relations", equalTo(1));
        }
        assertThat(TestDatabase.number("select count(*) from relation where person_id = cast(? as uuid)", survivor))
                .isEqualTo(1);
    }

    @Test
    void nobody_is_in_both_pension_schemes_at_once() {
        var resident = Citizen.driver();
        post("/enrollments", resident.token(), Citizen.application(resident.register(), "RESIDENT", false))
                .statusCode(201);
        var both = Citizen.driver();
        var takeover = begin(1);

        part(
                        takeover,
                        1,
                        line(resident, "", "EMPLOYEE,370700,2019-03"),
                        line(both, "", "RESIDENT,370700,2019-03"),
                        line(both, "", "EMPLOYEE,370700,2020-03"),
                        line(both, "", "MEDICAL,370700,2019-03"))
                .statusCode(200)
                .body("relations", equalTo(2));

        as(OPERATOR)
                .get("/takeovers/" + takeover + "/wrong-lines")
                .then()
                .body("lines.line", contains(1, 3))
                .body("lines.reasons.flatten()", everyItem(equalTo("TAKEOVER_LINE_ENROLLED_ALREADY")));
    }
}
