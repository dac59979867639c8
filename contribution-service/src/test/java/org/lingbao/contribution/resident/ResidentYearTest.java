package org.lingbao.contribution.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.contribution.story.TransferStory;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ResidentYearTest {
    private static final String PUDONG = "310115";

    @Test
    @Order(1)
    void shanghais_table_is_used_once_its_agency_has_confirmed_it() {
        var person = resident(PUDONG);
        chooses(person, 2026, "800.00")
                .statusCode(422)
                .body("errors.code", contains("SUBSIDY_UNCONFIRMED", "TIER_UNCONFIRMED"));
        shanghaiHasConfirmed();
        var cheap = chooses(person, 2026, "800.00")
                .statusCode(201)
                .body("own", equalTo("800.00"))
                .body("subsidy", equalTo("270.00"))
                .body("payableUntil", equalTo("2026-12-31"))
                .body("calculation.status", equalTo("UNCERTAIN"))
                .extract()
                .<String>path("billId");
        // another tier while the year is not paid
        var bill = chooses(person, 2026, "1300.00").statusCode(201).extract().<String>path("billId");
        // no channel of Shanghai is confirmed, so a bill there has none
        var unused =
                TestDatabase.execute("update bill set channels = '{BANK_TERMINAL}' where person_id = ?", person.id());
        pays(cheap, "800.00").body("outcome", equalTo("SUSPENDED")).body("reasons.code", contains("BILL_WITHDRAWN"));
        helperPays(bill, "1300.00").body("outcome", equalTo("PAID")).body("account", equalTo("1300.00"));
        chooses(person, 2026, "800.00").statusCode(422).body("errors.code", contains("YEAR_PAID"));

        as(person.token())
                .get("/persons/" + person.id() + "/statement?scheme=RESIDENT")
                .then()
                .body("accountBalance", equalTo("1700.00"))
                .body("pooledTotal", equalTo("0.00"))
                .body("years", hasSize(1))
                .body("years[0].year", equalTo("2026"))
                .body("years[0].own", equalTo("1300.00"))
                .body("years[0].subsidy", equalTo("400.00"));
        as(person.token())
                .get("/persons/" + person.id() + "/statement?scheme=RESIDENT&year=2026")
                .then()
                .body("years.year", contains("2026"))
                .body("places.subsidy", contains("400.00"))
                .body("places.account", contains("1300.00"))
                .body("account.closing", equalTo("1700.00"));
        as(person.token())
                .get("/persons/" + person.id() + "/statement?scheme=RESIDENT&year=2027")
                .then()
                .body("years", hasSize(0))
                .body("account.opening", equalTo("1700.00"));
        as(person.token())
                .get("/bills?personId=" + person.id())
                .then()
                .body("bills.kind", contains("YEAR", "YEAR"))
                .body("bills.status", hasItem("PAID"))
                .body("bills.subsidy", hasItem("400.00"));
        assertThat(TransferStory.balance("GOVERNMENT", PUDONG)).isEqualTo(-40000);
        TransferStory.provesItself();
        var told = TestTopics.await(
                "contribution.person", 1, message -> person.id().toString().equals(message.key()));
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.headers()).containsEntry("ce_type", "contribution.year-paid.v1");
            assertThat(Schemas.complaints("contribution", "year-paid", event.text()))
                    .isEmpty();
            assertThat(JsonPath.from(event.text()).getString("payer")).matches("[0-9a-f]{64}");
        });
    }

    @Test
    void where_the_table_is_not_loaded_the_answer_says_so_and_what_to_do() {
        chooses(resident(Story.WEIFANG), 2026, "500.00")
                .statusCode(400)
                .body("errors.code", contains("RESIDENT_TABLE_NOT_LOADED"))
                .body("errors[0].detail", containsString("370000/resident/subsidy"))
                .body("errors[0].howToFix", not(emptyString()));
        chooses(resident("210200"), 2026, "500.00")
                .statusCode(400)
                .body("errors.code", contains("RESIDENT_TABLE_NOT_LOADED"));
    }

    @Test
    void a_refusal_lists_every_reason() {
        var person = resident(PUDONG);
        Story.relation(person, "EMPLOYEE", Story.WEIFANG, null);
        chooses(person, 2027, "801.00")
                .statusCode(422)
                .body("errors.code", contains("IN_EMPLOYEE_SCHEME", "TIER_NOT_OFFERED", "YEAR_NOT_OPEN"));
        chooses(person, 2025, "801.00")
                .statusCode(422)
                .body("errors.code", contains("IN_EMPLOYEE_SCHEME", "TIER_NOT_OFFERED", "YEAR_CLOSED"));
    }

    @Test
    void of_first_choices_at_once_one_after_the_other_is_taken() {
        shanghaiHasConfirmed();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < 5; round++) {
                var person = resident(PUDONG);
                var answers = IntStream.range(0, 6)
                        .mapToObj(one -> CompletableFuture.supplyAsync(
                                () -> choose(person, person, 2026, "800.00").statusCode(), threads))
                        .toList();
                assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(201);
                assertThat(TestDatabase.number(
                                "select count(*) from bill where person_id = ? and withdrawn_on is null", person.id()))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void a_table_is_confirmed_by_one_document_and_only_in_its_province() {
        confirms("370000", 2031, "1号").statusCode(201).body("number", equalTo("1号"));
        confirms("370000", 2031, "1号").statusCode(201);
        confirms("370000", 2031, "2号")
                .statusCode(409)
                .body("errors.code", contains("RESIDENT_TABLE_CONFIRMED"))
                .body("errors[0].detail", containsString("1号"));
        confirms("310000", 2031, "1号")
                .statusCode(400)
                .body("errors.code", contains("PLACE_NOT_SERVED"))
                .body("errors[0].pointer", equalTo("/province"));
        assertThat(TestDatabase.number(
                        "select count(*) from audit where action = 'resident-table.confirm 370000 2031'"))
                .isEqualTo(2);
    }

    @Test
    void what_a_channel_is_taking_money_for_keeps_its_tier_until_it_is_known() {
        shanghaiHasConfirmed();
        var person = resident(PUDONG);
        var bill = chooses(person, 2026, "800.00").statusCode(201).extract().<String>path("billId");
        var unused =
                TestDatabase.execute("update bill set channels = '{BANK_TERMINAL}' where person_id = ?", person.id());
        var attempt = as(person.token())
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/bills/" + bill + "/attempts")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("attemptId");
        chooses(person, 2026, "1300.00").statusCode(422).body("errors.code", contains("BILL_IN_FLIGHT"));
        as(person.token()).post("/attempts/" + attempt + "/withdrawal").then().statusCode(200);
        chooses(person, 2026, "1300.00").statusCode(201);
    }

    @Test
    void nobody_chooses_for_another() {
        var person = resident(PUDONG);
        choose(Story.registered(), person, 2026, "800.00").then().statusCode(404);
    }

    private static Person resident(String place) {
        var person = Story.registered();
        Story.relation(person, "RESIDENT", place, null);
        return person;
    }

    /** Written as Shanghai's cell writes it. */
    private static void shanghaiHasConfirmed() {
        var unused = TestDatabase.execute("""
                insert into resident_table (province, year, title, number, published, confirmed_on)
                values ('310000', 2026, '上海市城乡居民基本养老保险缴费标准和补贴标准', '试验用', '2025-12-01', '2026-01-05')
                on conflict do nothing""");
    }

    private static ValidatableResponse confirms(String province, int year, String number) {
        return as(TestTokens.of("operator"))
                .header("Idempotency-Key", UUID.randomUUID())
                .body("""
                {"province": "%s", "year": %d, "title": "城乡居民基本养老保险缴费标准和补贴标准", "number": "%s",
                 "published": "2025-12-01"}""".formatted(province, year, number))
                .post("/resident/tables")
                .then();
    }

    private static ValidatableResponse chooses(Person person, int year, String tier) {
        return choose(person, person, year, tier).then();
    }

    private static Response choose(Person caller, Person person, int year, String tier) {
        return as(caller.token())
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"personId\": \"%s\", \"year\": %d, \"tier\": \"%s\"}".formatted(person.id(), year, tier))
                .post("/resident/years");
    }

    private static ValidatableResponse pays(String bill, String amount) {
        return Story.pays(Story.TERMINAL, Story.newSequence(), UUID.fromString(bill), amount)
                .then()
                .statusCode(201);
    }

    /** Who collects for the village brings it. */
    private static ValidatableResponse helperPays(String bill, String amount) {
        var sequence = Story.newSequence();
        var body = Story.payment(sequence, UUID.fromString(bill), amount)
                .replace("}", ", \"payer\": \"OTHER\", \"payerReference\": \"HELPER-0001\"}");
        return Story.sends(Story.TERMINAL, sequence, body).then().statusCode(201);
    }
}
