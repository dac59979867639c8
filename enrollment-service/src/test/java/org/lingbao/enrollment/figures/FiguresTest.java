package org.lingbao.enrollment.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** The figures are what the relations say, whoever changed them and whether or not they are folded. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class FiguresTest {
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 20);
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 31);

    @Inject
    FoldFigures fold;

    @Test
    void whoever_joins_counts_in_the_community_and_in_all_above_it_from_that_month_on() {
        var before = pension("370700", SEPTEMBER);
        var august = pension("370783001046", AUGUST);

        enrolled("370783001046");

        assertThat(pension("370783001046", SEPTEMBER)).isEqualTo(1);
        assertThat(pension("370783001", SEPTEMBER)).isEqualTo(1);
        assertThat(pension("370700", SEPTEMBER)).isEqualTo(before + 1);
        assertThat(pension("370783001046", AUGUST)).isEqualTo(august).isZero();
        figures("370783001", SEPTEMBER)
                .body("children.findAll { it.pensionInsured > 0 }.area", contains("370783001046"))
                .body("total.insured.scheme", contains("EMPLOYEE"))
                .body("total.insured.standing", contains("FLEXIBLE"))
                .body("unplaced", hasSize(0));
        agrees();
    }

    @Test
    void who_is_in_both_pension_schemes_is_one_insured_person() {
        var citizen = Citizen.driver();
        var person = person(citizen, "370783003005");
        citizen.enroll(person).statusCode(201);
        var letIn = TestDatabase.execute("""
                insert into relation (id, person_id, scheme, place, standing, from_month, opened_on)
                select uuidv7(), person_id, 'RESIDENT', place, standing, from_month, opened_on
                from relation where person_id = cast(? as uuid)""", person); // as nobody is any more
        assertThat(letIn).isEqualTo(1);

        figures("370783003005", SEPTEMBER)
                .body("total.insured.scheme", contains("EMPLOYEE", "RESIDENT"))
                .body("total.pensionInsured", equalTo(1));
        agrees();
        var _ = TestDatabase.execute(
                "update application set relation_id = null, outcome = 'REFUSED', ground = null,"
                        + " from_month = null, findings = '[{}]' where person_id = cast(? as uuid)",
                person);
        var _ = TestDatabase.execute("delete from relation where person_id = cast(? as uuid)", person);
        figures("370783003005", SEPTEMBER).body("total.pensionInsured", equalTo(0));
        agrees();
    }

    @Test
    void medical_insurance_that_rides_on_the_pension_makes_no_second_insured_person() {
        var person = person(Citizen.driver(), "370783003007");
        var joined = TestDatabase.execute("""
                insert into relation (id, person_id, scheme, place, standing, from_month, opened_on)
                select uuidv7(), cast(? as uuid), scheme, '370783', 'FLEXIBLE', date '2026-09-01', date '2026-09-01'
                from unnest(array['EMPLOYEE', 'MEDICAL']) scheme""", person);
        assertThat(joined).isEqualTo(2);

        figures("370783003007", SEPTEMBER)
                .body("total.insured.scheme", contains("EMPLOYEE", "MEDICAL"))
                .body("total.pensionInsured", equalTo(1));
        agrees();
    }

    @Test
    void whom_an_employer_hires_is_counted_as_employed_and_once() {
        var citizen = Citizen.driver();
        var person = person(citizen, "370783003006");
        citizen.enroll(person).statusCode(201);
        post("/employments", TestTokens.of("chen.employer"), """
                        {"identityNumber": "%s", "name": "%s", "place": "370700", "startsOn": "2026-09-05"}""".formatted(citizen.number(), citizen.name()))
                .statusCode(201);

        var later = LocalDate.of(2026, 12, 1);
        figures("370783003006", later)
                .body("total.pensionInsured", equalTo(1))
                .body("total.insured.standing", contains("EMPLOYED"));
        agrees();
    }

    @Test
    void folding_changes_no_answer() throws Throwable {
        enrolled("370783004200");
        var before = pension("370783", SEPTEMBER);

        var folded = VertxContextSupport.subscribeAndAwait(() -> fold.fold());

        assertThat(folded).isNotNegative();
        assertThat(TestDatabase.number("select count(*) from insured_change where area = '370783004200'"))
                .isZero();
        assertThat(pension("370783", SEPTEMBER)).isEqualTo(before);
        agrees();
    }

    @Test
    void where_somebody_lives_becomes_known_and_all_their_months_count_there() {
        var citizen = Citizen.driver();
        var person = citizen.register();
        citizen.enroll(person).statusCode(201);
        assertThat(pension("370783005029", SEPTEMBER)).isZero();

        post("/persons", TestTokens.of("li.clerk"), withCommunity(citizen, "370783005029"))
                .statusCode(200)
                .body("community", equalTo("370783005029"));

        assertThat(pension("370783005029", SEPTEMBER)).isEqualTo(1);
        agrees();
    }

    @Test
    void the_checker_names_what_differs() {
        enrolled("370783006200");
        var _ = TestDatabase.execute("""
                insert into insured_change (area, scheme, standing, month, change)
                values ('370783006200', 'EMPLOYEE', 'FLEXIBLE', date '2026-09-01', 5)""");
        try {
            as(TestTokens.of("auditor"))
                    .get("/figures/insured/check")
                    .then()
                    .statusCode(200)
                    .body("agrees", equalTo(false))
                    .body("count", equalTo(1))
                    .body("differences.area", contains("370783006200"))
                    .body("differences[0].expected", equalTo(1))
                    .body("differences[0].found", equalTo(6));
        } finally {
            var _ = TestDatabase.execute("""
                    insert into insured_change (area, scheme, standing, month, change)
                    values ('370783006200', 'EMPLOYEE', 'FLEXIBLE', date '2026-09-01', -5)""");
        }
        agrees();
    }

    @Test
    void without_a_population_figure_nobody_says_how_many_are_covered() {
        figures("370783001", SEPTEMBER)
                .body("total.population", nullValue())
                .body("total.coverage", nullValue())
                .body("total.whyNoCoverage", equalTo("NO_POPULATION_FIGURE"));
    }

    @Test
    void coverage_is_reckoned_of_the_latest_feed_that_covers_the_area_whole() {
        enrolled("370702002001");
        feed("370702002", LocalDate.of(2026, 7, 1), "370702002001", 8);
        feed("370702002", LocalDate.of(2026, 9, 10), "370702002001", 3);

        figures("370702002001", SEPTEMBER)
                .body("total.population.persons", equalTo(3))
                .body("total.population.asOf", equalTo("2026-09-10"))
                .body("total.coverage", equalTo("0.3333"));
        figures("370702002", LocalDate.of(2026, 9, 9)).body("total.coverage", equalTo("0.1250"));
        figures("370702", SEPTEMBER).body("total.whyNoCoverage", equalTo("NO_POPULATION_FIGURE"));
    }

    @Test
    void a_clerk_hears_the_figures_of_the_own_area_and_a_wrong_question_all_that_is_wrong() {
        var clerk = TestTokens.mint("li.clerk").claim("org", "370783001").token();

        as(clerk).get("/figures/insured?area=370783001047").then().statusCode(200);
        as(clerk).get("/figures/insured?area=370783").then().statusCode(404);
        as(clerk).get("/figures/insured?area=370783003005").then().statusCode(404);
        as(TestTokens.of("operator")).get("/figures/insured?area=370799").then().statusCode(404);
        as(TestTokens.of("operator"))
                .get("/figures/insured?area=Weifang")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/area"));
    }

    private static void feed(String area, LocalDate asOf, String community, int persons) {
        var _ = TestDatabase.execute(
                "insert into population (source, area, as_of, community, persons) values (?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                area,
                asOf,
                community,
                persons);
    }

    private static void enrolled(String community) {
        var citizen = Citizen.driver();
        citizen.enroll(person(citizen, community)).statusCode(201);
    }

    private static String person(Citizen citizen, String community) {
        return post("/persons", citizen.token(), withCommunity(citizen, community))
                .statusCode(201)
                .extract()
                .path("personId");
    }

    private static String withCommunity(Citizen citizen, String community) {
        return citizen.registration().replace("}", ", \"community\": \"" + community + "\"}");
    }

    private static ValidatableResponse figures(String area, LocalDate on) {
        return as(TestTokens.of("operator"))
                .get("/figures/insured?area=" + area + "&on=" + on)
                .then()
                .statusCode(200);
    }

    private static int pension(String area, LocalDate on) {
        return figures(area, on).extract().path("total.pensionInsured");
    }

    private static void agrees() {
        as(TestTokens.of("auditor"))
                .get("/figures/insured/check")
                .then()
                .statusCode(200)
                .body("differences", hasSize(0))
                .body("agrees", equalTo(true));
    }
}
