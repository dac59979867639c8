package org.lingbao.enrollment.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** The tree as of a day, who sees what of it, and whom a town's and a community's clerk sees. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class OrganisationTest {
    private static final String OPERATOR = "operator";

    @Inject
    Instance<Settling> settlings;

    @Test
    void the_tree_holds_the_province_and_all_communities_of_weifang() {
        assertThat(count("COMMUNITY")).isEqualTo(7060);
        assertThat(count("TOWN")).isEqualTo(122);
        assertThat(count("CITY")).isEqualTo(16);
        assertThat(TestDatabase.number(
                        "select count(*) from organisation where code not like '37%' and length(code) < 18"))
                .isZero();
        assertThat(TestDatabase.number("""
                        select count(*) from organisation o where parent is not null
                        and not exists (select from organisation p where p.code = o.parent)""")).isZero();
        assertThat(TestDatabase.number(
                        "select count(*) from below('370700', date '2026-09-01') where length(code) = 12"))
                .isEqualTo(7060);
    }

    @Test
    void a_node_is_shown_with_what_it_lies_in_and_what_lies_in_it() {
        show("370702001", TestTokens.of(OPERATOR), LocalDate.of(2026, 9, 1))
                .statusCode(200)
                .body("name", equalTo("城关街道"))
                .body("level", equalTo("TOWN"))
                .body("path.name", contains("山东省", "潍坊市", "潍城区"))
                .body("children.name", hasItem("曹家巷居委会"));
    }

    @Test
    void a_clerk_sees_the_own_subtree_and_nothing_else() {
        var town = clerkOf("370702001");

        show("370702001001", town, LocalDate.of(2026, 9, 1)).statusCode(200);
        show("370702002001", town, LocalDate.of(2026, 9, 1)).statusCode(404);
        show("370702", town, LocalDate.of(2026, 9, 1)).statusCode(404);
        show("370702001001", TestTokens.of("zhou.clerk"), LocalDate.of(2026, 9, 1))
                .statusCode(404);
        show("no-code", town, LocalDate.of(2026, 9, 1)).statusCode(404);
        as(town).get("/organisations/370702001?on=yesterday").then().statusCode(400);
    }

    @Test
    void a_community_that_moves_keeps_its_history() {
        var day = today().plusDays(10);

        move("370782001001", "370782002", day).statusCode(201).body("from", equalTo(day.toString()));

        var operator = TestTokens.of(OPERATOR);
        show("370782001001", operator, day.minusDays(1))
                .body("path.code", hasItem("370782001"))
                .body("history", hasSize(2))
                .body("history[0].to", equalTo(day.minusDays(1).toString()))
                .body("history[1].parent", equalTo("370782002"));
        show("370782001001", operator, day).body("path.code", hasItem("370782002"));
        show("370782001", operator, day).body("children.code", not(hasItem("370782001001")));
        show("370782001", operator, day.minusDays(1)).body("children.code", hasItem("370782001001"));
    }

    @Test
    void a_move_that_may_not_be_is_told_with_every_reason_and_leaves_nothing() {
        move("370782001002", "370782", LocalDate.of(2020, 1, 1))
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("ORGANISATION_MOVES_IN_THE_PAST", "ORGANISATION_WRONG_LEVEL"));
        move("370782", "370783", today()).statusCode(422).body("errors.code", contains("ORGANISATION_FIXED_BY_CODE"));
        move("370782001002", "nowhere", today()).statusCode(400);
        move("370782999999", "370782002", today()).statusCode(404);

        assertThat(TestDatabase.number("select count(*) from organisation where code = '370782001002'"))
                .isEqualTo(1);
        assertThat(TestDatabase.number("select count(*) from organisation where code = '370782'"))
                .isEqualTo(1);
    }

    @Test
    void the_same_move_under_the_same_key_is_one_move() {
        var key = UUID.randomUUID().toString();
        var body = body("370782002", today());
        var path = "/organisations/370782001003/moves";

        post(path, TestTokens.of(OPERATOR), key, body).statusCode(201);
        post(path, TestTokens.of(OPERATOR), key, body).statusCode(201).header("Idempotent-Replayed", "true");
        post(path, TestTokens.of(OPERATOR), body)
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("ORGANISATION_THERE_ALREADY", "ORGANISATION_MOVES_ALREADY"));
    }

    @Test
    void a_towns_and_a_communitys_clerk_see_the_persons_who_live_there_and_only_those() {
        var person = living("370702001005");
        var elsewhere = Citizen.driver().register();

        as(clerkOf("370702001005"))
                .get("/persons/" + person)
                .then()
                .statusCode(200)
                .body("community", equalTo("370702001005"));
        as(clerkOf("370702001")).get("/persons/" + person).then().statusCode(200);
        as(clerkOf("370702")).get("/persons/" + person).then().statusCode(200);
        as(clerkOf("370702001006")).get("/persons/" + person).then().statusCode(404);
        as(clerkOf("370702002")).get("/persons/" + person).then().statusCode(404);
        as(clerkOf("370702001")).get("/persons/" + elsewhere).then().statusCode(404);
        as(clerkOf("370702001005"))
                .get("/persons/" + person + "/relations")
                .then()
                .statusCode(200);
    }

    @Test
    void a_moved_community_is_judged_by_the_tree_as_of_today() {
        var person = living("370785001009");
        as(clerkOf("370785001")).get("/persons/" + person).then().statusCode(200);
        as(clerkOf("370786001")).get("/persons/" + person).then().statusCode(404);

        move("370785001009", "370786001", today()).statusCode(201);

        as(clerkOf("370785001")).get("/persons/" + person).then().statusCode(404);
        as(clerkOf("370785")).get("/persons/" + person).then().statusCode(404);
        as(clerkOf("370786001")).get("/persons/" + person).then().statusCode(200);
        as(clerkOf("370786")).get("/persons/" + person).then().statusCode(200);
        assertThat(TestTopics.awaitKey("enrollment.person", person, 4))
                .as("the other services hear of the new county")
                .last()
                .satisfies(message -> assertThat(message.text()).contains("\"370786\""));
    }

    @Test
    void a_move_that_is_announced_is_told_on_its_day_also_of_who_came_meanwhile() {
        var community = "370785001014";
        var before = living(community);
        move(community, "370786001", today().plusDays(30)).statusCode(201);
        var meanwhile = living(community);
        tellMoves();
        assertThat(toldOf(before, 3)).noneMatch(text -> text.contains("\"370786\""));

        var changed = TestDatabase.execute(
                "update organisation set valid_to = ? where code = ? and valid_to is not null",
                today().minusDays(1),
                community);
        changed += TestDatabase.execute(
                "update organisation set valid_from = ? where code = ? and valid_to is null", today(), community);
        assertThat(changed).isEqualTo(2);
        tellMoves();
        tellMoves();
        for (var person : List.of(before, meanwhile)) {
            assertThat(toldOf(person, 4))
                    .filteredOn(text -> text.contains("\"370786\""))
                    .hasSize(1);
        }
    }

    /** What the sweep does by itself from time to time. */
    private void tellMoves() {
        for (var settling : settlings) {
            settling.tellIfDue().await().atMost(Duration.ofSeconds(60));
        }
    }

    private static List<String> toldOf(String person, int count) {
        return TestTopics.awaitKey("enrollment.person", person, count).stream()
                .map(message -> message.text())
                .toList();
    }

    @Test
    void whoever_is_registered_at_a_communitys_counter_is_seen_there() {
        var citizen = Citizen.driver().withHukou("210102");
        var clerk = clerkOf("370702001007");

        String person = post("/persons", clerk, citizen.registration())
                .statusCode(201)
                .extract()
                .path("personId");

        as(clerk).get("/persons/" + person).then().statusCode(200);
        as(clerkOf("370702001")).get("/persons/" + person).then().statusCode(200);
        as(clerkOf("370702001008")).get("/persons/" + person).then().statusCode(404);
        assertThat(TestTopics.awaitKey("enrollment.person", person, 3).getLast().text())
                .contains("\"370702\"");
    }

    @Test
    void a_community_that_is_not_in_the_tree_is_refused_with_all_else_that_is_wrong() {
        var citizen = Citizen.driver();
        var request = citizen.registration()
                .replace("\"hukou\": \"370702\"", "\"hukou\": \"370799\", \"community\": \"370702999999\"");

        post("/persons", citizen.token(), request)
                .statusCode(400)
                .body("errors.code", containsInAnyOrder("UNKNOWN_PLACE", "UNKNOWN_COMMUNITY"));
    }

    private static String living(String community) {
        var citizen = Citizen.driver().withHukou("370200");
        return post(
                        "/persons",
                        citizen.token(),
                        citizen.registration().replace("}", ", \"community\": \"" + community + "\"}"))
                .statusCode(201)
                .extract()
                .path("personId");
    }

    private static String clerkOf(String organisation) {
        return TestTokens.mint("li.clerk").claim("org", organisation).token();
    }

    private static ValidatableResponse show(String code, String token, LocalDate on) {
        return as(token).get("/organisations/" + code + "?on=" + on).then();
    }

    private static ValidatableResponse move(String code, String parent, LocalDate from) {
        return post("/organisations/" + code + "/moves", TestTokens.of(OPERATOR), body(parent, from));
    }

    private static String body(String parent, LocalDate from) {
        return """
               {"parent": "%s", "from": "%s"}""".formatted(parent, from);
    }

    private static LocalDate today() {
        return LocalDate.parse(as(TestTokens.of(OPERATOR)).get("/business-day").path("day"));
    }

    private static long count(String level) {
        return TestDatabase.number("select count(distinct code) from organisation where level = ?", level);
    }
}
