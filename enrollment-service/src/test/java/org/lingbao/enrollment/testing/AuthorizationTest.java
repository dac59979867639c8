package org.lingbao.enrollment.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.walk.Matrix;
import org.lingbao.local.walk.Walk;
import org.lingbao.local.walk.World;

/** Every caller at every door, as {@code contracts/authorization.yaml} has it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AuthorizationTest {
    private static final Map<World, Citizen> DELEGATES = new ConcurrentHashMap<>();

    @Test
    void without_a_good_token_nobody_gets_in() {
        assertThat(walk().withoutAGoodToken()).isEmpty();
    }

    @Test
    void every_caller_hears_what_the_matrix_says() {
        assertThat(walk().asEveryCaller()).isEmpty();
    }

    private static Walk walk() {
        return new Walk(Matrix.of(Walk.contracts()), "enrollment", RestAssured.port, AuthorizationTest::world);
    }

    /** A registered driver, who may have enrolled, late enough to be shown the exits, and another. */
    private static World world() {
        var person = Citizen.born(LocalDate.of(1970, 5, 5));
        var other = Citizen.driver();
        var world = new World();
        return world.thing("personId", () -> atTerminal(person))
                .thing(
                        "number",
                        () -> registered(world, person).number(),
                        () -> Citizen.driver().number())
                .thing("enrollmentId", () -> enrolled(world, "enrollmentId"))
                .thing("signalId", AuthorizationTest::signal)
                .thing("code", () -> enrolled(world, "verificationCode"))
                .thing("relationId", () -> relation(world, person))
                .thing("employmentId", () -> hired(world, person))
                .word("holder", person::name)
                .word("phone", person::phone)
                .word("purpose", () -> "STATEMENT_AT_TERMINAL")
                .word("place", () -> "370700")
                .word("place@other", () -> "370200")
                .word("delegateNumber", () -> delegate(world).number())
                .word("delegateName", () -> delegate(world).name())
                .thing("delegationId", () -> delegation(world, person))
                .thing("oneThingId", () -> oneThing(world))
                .thing("taskId", () -> task(world))
                .thing("matchId", AuthorizationTest::match)
                .thing("feedId", AuthorizationTest::feed)
                .thing("takeoverId", AuthorizationTest::takeover)
                .word("part", () -> "1")
                .word(
                        "digest",
                        () -> "0".repeat(32) + UUID.randomUUID().toString().replace("-", ""))
                .thing("organisation", () -> "370702", () -> "370799")
                .word("company", () -> Companies.next().code())
                .word("id", () -> "999999999")
                .citizens(() -> registered(world, person).token(), () -> {
                    var unused = other.register();
                    return other.token();
                });
    }

    /** Registered with the own login, and served at a terminal today. */
    private static String atTerminal(Citizen person) {
        var unused = person.register();
        return post("/persons", TestTokens.of(Citizen.TERMINAL), person.atTerminal())
                .statusCode(200)
                .extract()
                .path("personId");
    }

    private static Citizen registered(World world, Citizen person) {
        var unused = world.value("personId");
        return person;
    }

    private static String relation(World world, Citizen person) {
        var unused = enrolled(world, "enrollmentId");
        return as(person.token())
                .get("/persons/" + world.value("personId") + "/relations")
                .jsonPath()
                .getString("[0].relationId");
    }

    private static String hired(World world, Citizen person) {
        var company = TestTokens.of("chen.employer");
        return post("/employments", company, """
                {"identityNumber": "%s", "name": "%s", "place": "370700", "startsOn": "2026-09-01"}""".formatted(
                                registered(world, person).number(), person.name()))
                .statusCode(201)
                .extract()
                .path("employmentId");
    }

    /** One that was refused: so it leaves the person as they were. */
    private static String oneThing(World world) {
        var personId = world.value("personId");
        return post("/one-thing-applications", TestTokens.of(Citizen.TERMINAL), Citizen.confirmed("""
                {"personId": "%s", "occupation": "4-02-07-10", "place": "370700", "category": "OTHER_FLEXIBLE",
                 "statements": {"pensioner": true, "employedInsured": false},
                 "plan": {"base": "5000.00", "period": "MONTH"}, "channel": "BANK_OUTLET"}""".formatted(
                                personId)))
                .statusCode(422)
                .extract()
                .path("applicationId");
    }

    /** Somebody else who is registered, of the same world. */
    private static Citizen delegate(World world) {
        return DELEGATES.computeIfAbsent(world, made -> {
            var citizen = Citizen.driver();
            var unused = citizen.register();
            return citizen;
        });
    }

    private static String delegation(World world, Citizen person) {
        var delegate = delegate(world);
        return Citizen.delegate(world.value("personId"), person, delegate, "2026-09-01", "2026-12-31", "VIEW")
                .statusCode(201)
                .extract()
                .path("delegationId");
    }

    private static String task(World world) {
        return post("/tasks", TestTokens.of("li.clerk"), """
                {"organisation": "370702", "personId": "%s"}""".formatted(world.value("personId")))
                .statusCode(201)
                .extract()
                .path("taskId");
    }

    /** As if it had been noticed; there is no door to make one. */
    private static String signal() {
        var id = UUID.randomUUID().toString();
        var _ = TestDatabase.execute("""
                with made as (
                    insert into signal (signal_id, kind, subject, area, persons, enrollments, first_on, last_on, threshold_from,
                                        threshold_persons, threshold_days, threshold_status, seen_on)
                    values (cast(? as uuid), 'DEVICE', 'kiosk', '370702', 20, 20, '2026-09-01', '2026-09-01', '2026-01-01', 20, 7,
                            'uncertain', '2026-09-01') returning signal_id, area)
                insert into task (task_id, kind, organisation, held_by, reference, since)
                select uuidv7(), 'SIGNAL_REVIEW', area, area, signal_id, '2026-09-01' from made""", id);
        return id;
    }

    private static String match() {
        var citizen = Citizen.driver();
        return Matched.pair(citizen.register(), citizen.twin().register());
    }

    private static String feed() {
        return post("/coverage-feeds", TestTokens.of("operator"), """
                {"area": "370702", "asOf": "2026-09-01", "digest": "%s%s", "parts": 1}""".formatted(
                                "0".repeat(32), UUID.randomUUID().toString().replace("-", "")))
                .statusCode(201)
                .extract()
                .path("feedId");
    }

    private static String takeover() {
        return post("/takeovers", TestTokens.of("operator"), """
                        {"area": "370700", "origin": "OLD-SYSTEM", "parts": 1}""")
                .statusCode(201)
                .extract()
                .path("takeoverId");
    }

    private static String enrolled(World world, String field) {
        var application = Citizen.application(world.value("personId")).replace("MOBILE_12333", "BANK_OUTLET");
        return post(
                        "/enrollments",
                        TestTokens.of(Citizen.TERMINAL),
                        world.value("personId"),
                        Citizen.confirmed(application))
                .statusCode(201)
                .extract()
                .path(field);
    }
}
