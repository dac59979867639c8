package org.lingbao.enrollment.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.rules.identity.Sex;

/** What another service of the cell may ask, and what is kept of it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class IdentityTest {
    private static final String TRANSFER = "service-transfer";

    @Test
    void a_service_finds_a_person_by_the_number_as_masked_as_a_bank_does() {
        var citizen = Citizen.driver();
        var personId = citizen.register();

        post("/persons/lookup", TestTokens.of(TRANSFER), lookup(citizen.number()))
                .statusCode(200)
                .body("personId", equalTo(personId))
                .body("name", equalTo("赵***"));

        assertThat(audits(personId)).containsExactly(audit("person.lookup"));
    }

    @Test
    void a_service_learns_number_and_name_whole_and_nobody_keeps_them_on_the_way() {
        var citizen = Citizen.born(LocalDate.of(1985, 2, 3)).withHukou("210202");
        var personId = citizen.register();

        var answer = as(TestTokens.of(TRANSFER))
                .contentType("application/json")
                .post("/persons/" + personId + "/identity")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .jsonPath();

        assertThat(answer.<String, Object>getMap(""))
                .isEqualTo(Map.of(
                        "identityNumber", citizen.number(),
                        "name", citizen.name(),
                        "birthDate", "1985-02-03",
                        "sex", "MALE",
                        "hukou", "210202"));
        assertThat(audits(personId)).containsExactly(audit("person.identity"));
    }

    @Test
    void a_service_that_asks_for_nobody_is_told_so_and_recorded() {
        var before = inVain();

        post("/persons/" + UUID.randomUUID() + "/identity", TestTokens.of(TRANSFER), "{}")
                .statusCode(404);
        post("/persons/lookup", TestTokens.of(TRANSFER), lookup(Citizen.driver().number()))
                .statusCode(404);

        assertThat(inVain()).isEqualTo(before + 2);
    }

    @Test
    void not_even_the_person_reads_the_whole_number_here() {
        var citizen = Citizen.driver();
        var personId = citizen.register();

        for (var login : List.of(citizen.login(), "li.clerk", "auditor", "terminal-370702-0001")) {
            post("/persons/" + personId + "/identity", TestTokens.of(login), "{}")
                    .statusCode(403)
                    .body("errors.code", contains("FORBIDDEN"));
        }
        assertThat(audits(personId)).isEmpty();
    }

    @Test
    void the_answer_tells_nothing_where_it_is_written_by_mistake() {
        var answer = new IdentityView("370702199005050019", "赵测试", LocalDate.of(1990, 5, 5), Sex.MALE, "370702");

        assertThat(answer).hasToString("IdentityView");
    }

    private static String lookup(String number) {
        return """
               {"identityNumber": "%s"}""".formatted(number);
    }

    private static String audit(String action) {
        return action + " by " + TestTokens.subject(TRANSFER) + " through " + TRANSFER
                + " for transfer of rights between provinces";
    }

    private static List<String> audits(String personId) {
        return TestDatabase.query(
                        "select action || ' by ' || actor || ' through ' || client || ' for ' || purpose as line"
                                + " from audit where subject_id = cast(? as uuid)",
                        personId)
                .stream()
                .map(row -> String.valueOf(row.get("line")))
                .toList();
    }

    private static long inVain() {
        return TestDatabase.number(
                "select count(*) from audit where action like '%.in-vain' and subject_id is null and actor = ?",
                TestTokens.subject(TRANSFER));
    }
}
