package org.lingbao.transfer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.walk.Matrix;
import org.lingbao.local.walk.Walk;
import org.lingbao.local.walk.World;
import org.lingbao.transfer.story.EnrollmentStandIn;
import org.lingbao.transfer.story.NothingWaits;
import org.lingbao.transfer.story.Story;
import org.lingbao.transfer.story.Story.Person;

/** Every caller at every door, as {@code contracts/authorization.yaml} has it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(EnrollmentStandIn.class)
class AuthorizationTest implements NothingWaits {

    @Test
    void without_a_good_token_nobody_gets_in() {
        assertThat(walk().withoutAGoodToken()).isEmpty();
    }

    @Test
    void every_caller_hears_what_the_matrix_says() {
        assertThat(walk().asEveryCaller()).isEmpty();
    }

    /** An agency of the person's area sees the case; to act is for the one that works on it. */
    @Test
    void a_clerk_of_another_area_of_the_person_sees_and_does_not_act() {
        var person = Story.insured();
        var id = Story.transferOf(person);
        Story.area(person, "370200");
        var qingdao = Story.as(TestTokens.of(Story.CLERK_OF_QINGDAO));
        qingdao.get("/transfers/" + id).then().statusCode(200);
        qingdao.body("{\"reasons\": [\"REFUSED_BY_AGENCY\"]}")
                .post("/transfers/" + id + "/refusal")
                .then()
                .statusCode(404);
    }

    @Test
    void it_is_healthy_when_database_and_broker_are_there() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    private static Walk walk() {
        return new Walk(Matrix.of(Walk.contracts()), "transfer", RestAssured.port, AuthorizationTest::world);
    }

    /** Somebody insured in Weifang, who may be moving there from Dalian, and another. */
    private static World world() {
        var person = Story.insured();
        var other = Story.insured();
        var world = new World();
        return world.thing("personId", () -> person.id().toString())
                .thing("transferId", () -> Story.transferOf(person).toString())
                .thing("applicant", () -> {
                    var unused = world.value("transferId");
                    return person.id().toString();
                })
                .thing("taskId", () -> task(world.value("transferId")))
                .thing("number", () -> certificate(person, "number"))
                .thing("code", () -> certificate(person, "verificationCode"))
                .word("beforeTask", () -> {
                    var unused = world.value("taskId");
                    return "00000000-0000-0000-0000-000000000000";
                })
                .word("id", () -> "999999999")
                .citizens(person::token, other::token);
    }

    private static String certificate(Person person, String field) {
        return Story.as(person.token())
                .header("Idempotency-Key", "once")
                .body("""
                {"personId": "%s", "place": "370700"}""".formatted(person.id()))
                .post("/certificates")
                .then()
                .statusCode(201)
                .extract()
                .path(field);
    }

    /** A task of the agency in Weifang that a clerk may end; its number comes first in every list. */
    private static String task(String transfer) {
        var id = new UUID(1, UUID.randomUUID().getLeastSignificantBits());
        var unused = TestDatabase.execute("""
                insert into transfer_task (task_id, case_id, task, reasons, place, since)
                values (?, ?, 'MESSAGE_REJECTED', '{}', '370700', '2026-09-01')""", id, UUID.fromString(transfer));
        return id.toString();
    }
}
