package org.lingbao.enrollment.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.enrollment.testing.Matched;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** A person is known by documents of all kinds, and each of them finds the person. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DocumentTest {
    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final String CLERK = TestTokens.of("li.clerk");

    private final Citizen citizen = Citizen.driver();

    private static String passport() {
        return String.format(Locale.ROOT, "K%07d", NEXT.getAndIncrement());
    }

    private ValidatableResponse registers(String document, String more) {
        return post("/persons", citizen.token(), """
                {%s, "name": "%s", "phone": "%s", "hukou": "370702"%s}""".formatted(document, citizen.name(), citizen.phone(), more));
    }

    private static String document(String kind, String country, String number) {
        var where = country.isEmpty() ? "" : ", \"country\": \"" + country + "\"";
        return "\"identityKind\": \"%s\", \"identityNumber\": \"%s\"%s".formatted(kind, number, where);
    }

    private static ValidatableResponse lookup(String document) {
        return post("/persons/lookup", TestTokens.of("service-transfer"), "{" + document + "}");
    }

    @Test
    void who_has_a_passport_states_birth_date_and_sex_and_is_found_by_it_in_its_country() {
        var number = passport();
        String person = registers(
                        document("PASSPORT", "USA", number), ", \"birthDate\": \"1990-05-05\", \"sex\": \"FEMALE\"")
                .statusCode(201)
                .body("identityNumber", equalTo("****" + number.substring(4)))
                .extract()
                .path("personId");

        lookup(document("PASSPORT", "USA", number.toLowerCase(Locale.ROOT)))
                .statusCode(200)
                .body("personId", equalTo(person));
        lookup(document("PASSPORT", "CAN", number)).statusCode(404);
        assertThat(TestDatabase.query(
                        "select cast(birth_date as text) as born, sex from person where id = cast(? as uuid)", person))
                .containsExactly(Map.of("born", "1990-05-05", "sex", "FEMALE"));
    }

    @Test
    void what_a_number_does_not_tell_has_to_be_stated_and_all_that_is_wrong_is_told_at_once() {
        registers(document("PASSPORT", "", passport()), "")
                .statusCode(400)
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "IDENTITY_COUNTRY_MISSING", "IDENTITY_BIRTH_DATE_MISSING", "IDENTITY_SEX_MISSING"));
        registers(document("RESIDENT", "USA", citizen.number()), ", \"birthDate\": \"1991-05-05\", \"sex\": \"FEMALE\"")
                .statusCode(400)
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "IDENTITY_COUNTRY_UNFIT", "IDENTITY_BIRTH_DATE_DIFFERS", "IDENTITY_SEX_DIFFERS"));
        registers(document("PASSPORT", "XXY", "E 1"), "")
                .statusCode(400)
                .body("errors.code", containsInAnyOrder("IDENTITY_COUNTRY_UNKNOWN", "IDENTITY_DOCUMENT_FORMAT"));
        registers(document("HMT_RESIDENCE", "", citizen.number()), "")
                .statusCode(400)
                .body("errors.code", contains("IDENTITY_KIND_DIFFERS"));
        registers(document("OLD_RESIDENT", "", "370702900505001"), "")
                .statusCode(400)
                .body("errors.code", contains("IDENTITY_KIND_INVALID"));
    }

    @Test
    void an_old_number_finds_whose_number_it_became() {
        var person = citizen.register();
        var old = citizen.number().substring(0, 6) + citizen.number().substring(8, 17);

        lookup(document("OLD_RESIDENT", "", old)).statusCode(200).body("personId", equalTo(person));
    }

    @Test
    void another_document_that_was_shown_finds_the_person_and_is_shown_masked() {
        var person = citizen.register();
        var number = passport();
        var documents = "/persons/" + person + "/documents";
        for (var i = 0; i < 2; i++) {
            post(documents, CLERK, "{" + document("PASSPORT", "DEU", number) + "}")
                    .statusCode(201);
        }

        as(citizen.token())
                .get(documents)
                .then()
                .body("documents.identityNumber", contains("****" + number.substring(4)));
        lookup(document("PASSPORT", "DEU", number)).statusCode(200).body("personId", equalTo(person));
        registers(document("PASSPORT", "DEU", number), ", \"birthDate\": \"1990-05-05\", \"sex\": \"MALE\"")
                .statusCode(200)
                .body("personId", equalTo(person));
        post(documents, TestTokens.of("zhou.clerk"), "{" + document("PASSPORT", "DEU", number) + "}")
                .statusCode(404);
        assertThat(TestDatabase.number(
                        "select count(*) from person_document where person_id = cast(? as uuid)", person))
                .isEqualTo(1);
    }

    @Test
    void one_document_of_two_persons_is_a_possible_match() {
        var person = citizen.register();
        var other = Citizen.driver().register();
        var document = "{" + document("HM_PERMIT", "", "H" + passport().substring(1) + "9") + "}";
        post("/persons/" + person + "/documents", CLERK, document).statusCode(201);
        post("/persons/" + other + "/documents", CLERK, document).statusCode(201);

        as(CLERK).get("/possible-matches/" + Matched.pair(person, other)).then().body("traits", contains("DOCUMENT"));
    }

    @Test
    void the_old_number_of_one_and_the_citizens_number_of_another_are_a_possible_match() {
        var person = citizen.register();
        var other = Citizen.driver().register();
        var old = citizen.number().substring(0, 6) + citizen.number().substring(8, 17);
        post("/persons/" + other + "/documents", CLERK, "{" + document("OLD_RESIDENT", "", old) + "}")
                .statusCode(201);

        as(CLERK).get("/possible-matches/" + Matched.pair(person, other)).then().body("traits", contains("OLD_NUMBER"));
    }

    @Test
    void a_number_finds_who_is_registered_with_it_whoever_else_it_was_recorded_of() {
        var earlier = citizen.register();
        var owner = Citizen.driver();
        var person = owner.register();
        for (var document : new String[] {
            document("RESIDENT", "", owner.number()),
            document(
                    "OLD_RESIDENT",
                    "",
                    owner.number().substring(0, 6) + owner.number().substring(8, 17))
        }) {
            post("/persons/" + earlier + "/documents", CLERK, "{" + document + "}")
                    .statusCode(201);
        }

        lookup(document("RESIDENT", "", owner.number())).statusCode(200).body("personId", equalTo(person));
        post("/persons", owner.token(), owner.registration()).statusCode(200).body("personId", equalTo(person));
        post(
                        "/persons/lookup",
                        TestTokens.mint("li.clerk").claim("org", "210200").token(),
                        "{" + document("RESIDENT", "", owner.number()) + "}")
                .statusCode(404);
    }
}
