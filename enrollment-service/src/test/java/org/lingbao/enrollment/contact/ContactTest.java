package org.lingbao.enrollment.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.enrollment.testing.Citizen.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** Contacts change, and what they were before is kept. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ContactTest {
    private static final String BY_CARD = """
            "AGENCY_COUNTER", "confirmation": {"kind": "CARD", "reference": "READER-370702-0042"}""";

    private final Citizen citizen = Citizen.driver();
    private String person;

    @BeforeEach
    void begin() {
        person = citizen.register();
    }

    private ValidatableResponse puts(String token, String what, String value) {
        return puts(token, what, value, "\"MOBILE_12333\"");
    }

    private ValidatableResponse puts(String token, String what, String value, String channel) {
        return as(token)
                .contentType("application/json")
                .body("{\"" + what + "\": \"" + value + "\", \"channel\": " + channel + "}")
                .put("/persons/" + person + "/contacts/" + what)
                .then();
    }

    private ValidatableResponse list() {
        return as(citizen.token())
                .get("/persons/" + person + "/contacts")
                .then()
                .statusCode(200);
    }

    @Test
    void a_changed_phone_is_the_persons_and_the_one_before_is_kept() {
        puts(citizen.token(), "phone", "13911112222")
                .statusCode(200)
                .body("contact", equalTo("139******22"))
                .body("since", equalTo("2026-09-01"));
        puts(citizen.token(), "phone", "13911112222").statusCode(200);

        list().body("contacts.kind", contains("PHONE", "PHONE"))
                .body("contacts[0].until", equalTo("2026-09-01"))
                .body("contacts[0].since", nullValue())
                .body("contacts[1].until", nullValue());
        as(citizen.token()).get("/persons/me").then().body("phone", equalTo("139******22"));
    }

    @Test
    void an_address_is_replaced_by_the_next_and_both_are_shown_masked() {
        puts(citizen.token(), "address", "潍坊市奎文区东风街8号3号楼").statusCode(200);
        puts(TestTokens.of("li.clerk"), "address", "潍坊市潍城区胜利街9号", BY_CARD).statusCode(200);

        list().body("contacts.contact", contains("潍坊市奎文区********", "潍坊市潍城******"));
        assertThat(TestDatabase.number(
                        "select count(*) from audit where action = 'contact.change' and subject_id = cast(? as uuid)",
                        person))
                .isEqualTo(1);
    }

    @Test
    void a_clerk_alone_changes_no_phone_and_the_record_says_how_the_person_confirmed() {
        var clerk = TestTokens.of("li.clerk");
        puts(clerk, "phone", "13911112222", "\"AGENCY_COUNTER\"")
                .statusCode(422)
                .body("errors.code", contains("CONFIRMATION_REQUIRED"));
        puts(clerk, "phone", "13911112222").statusCode(400).body("errors.code", contains("UNKNOWN_CHANNEL"));
        list().body("contacts.size()", equalTo(0));

        puts(clerk, "phone", "13911112222", BY_CARD).statusCode(200);

        assertThat(TestDatabase.query("""
                        select concat_ws(' ', a.kind, c.kind, a.channel, a.confirmation_reference) as act
                        from act a join contact c on c.contact_id = a.record_id where a.person_id = cast(? as uuid)""", person))
                .containsExactly(Map.of("act", "CONTACT_CHANGED PHONE AGENCY_COUNTER READER-370702-0042"));
    }

    @Test
    void nobody_changes_anothers() {
        puts(Citizen.driver().token(), "phone", "13911112222").statusCode(404);
        puts(TestTokens.of("zhou.clerk"), "address", "大连市", BY_CARD).statusCode(404);
        puts(citizen.token(), "phone", "call me").statusCode(400);
        list().body("contacts.size()", equalTo(0));
    }
}
