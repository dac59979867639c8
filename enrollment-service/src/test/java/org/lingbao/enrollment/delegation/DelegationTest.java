package org.lingbao.enrollment.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.lingbao.enrollment.delegation.Pair.LAST;
import static org.lingbao.enrollment.delegation.Pair.TODAY;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.delegate;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** A person names who may act for them, and takes it back. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DelegationTest {
    private static final int AT_ONCE = 32;

    @Test
    void both_see_a_delegation_and_nobody_reads_a_whole_name() {
        var pair = Pair.make();
        pair.grant("VIEW", "ENROLL")
                .statusCode(201)
                .body("personId", equalTo(pair.personId()))
                .body("delegateId", equalTo(pair.delegateId()))
                .body("purposes", contains("ENROLL", "VIEW"))
                .body("state", equalTo("LIVE"))
                .body("delegate", not(containsString(pair.delegate().name())));

        pair.delegations(pair.person(), pair.personId())
                .statusCode(200)
                .body("given.delegateId", contains(pair.delegateId()), "held", empty());
        pair.delegations(pair.delegate(), pair.delegateId())
                .statusCode(200)
                .body("held.personId", contains(pair.personId()), "given", empty())
                .body("held[0].person", not(containsString(pair.person().name())));
    }

    @Test
    void what_was_taken_back_stays_as_history_and_taking_it_back_again_changes_nothing() {
        var pair = Pair.make();
        var first = pair.granted("VIEW");
        pair.revoke(first).statusCode(204);
        pair.revoke(first).statusCode(204);
        var second = pair.granted("VIEW");

        assertThat(second).isNotEqualTo(first);
        pair.delegations(pair.person(), pair.personId())
                .body("given.state", contains("REVOKED", "LIVE"))
                .body("given[0].endedOn", equalTo(TODAY));
        assertThat(acts(pair)).containsExactly("DELEGATION_GRANTED", "DELEGATION_ENDED", "DELEGATION_GRANTED");
    }

    @Test
    void a_delegate_may_lay_it_down() {
        var pair = Pair.make();
        var delegation = pair.granted("VIEW");

        as(pair.delegate().token())
                .delete("/persons/" + pair.delegateId() + "/delegations/" + delegation)
                .then()
                .statusCode(204);

        pair.delegations(pair.person(), pair.personId()).body("given.state", contains("RENOUNCED"));
        pair.look("").statusCode(404);
    }

    @Test
    void nobody_else_names_sees_or_ends_one() {
        var pair = Pair.make();
        var delegation = pair.granted("VIEW", "ENROLL", "PAUSE");
        var stranger = Citizen.driver();
        var strangerId = stranger.register();

        delegate(pair.personId(), stranger, stranger, TODAY, LAST, "VIEW").statusCode(404);
        pair.delegations(stranger, pair.personId()).statusCode(404);
        as(stranger.token())
                .delete("/persons/" + strangerId + "/delegations/" + delegation)
                .then()
                .statusCode(404);
        as(stranger.token())
                .delete("/persons/" + pair.personId() + "/delegations/" + delegation)
                .then()
                .statusCode(404);
        pair.look("").statusCode(200);
    }

    @Test
    void who_is_not_of_age_cannot_be_named_until_the_day_they_are_and_only_who_names_them_rightly_hears_why() {
        var pair = Pair.make();
        var young = Citizen.born(LocalDate.of(2008, 9, 2));
        var path = "/persons/" + pair.personId() + "/delegations";
        var unused = young.register();

        delegate(pair.personId(), pair.person(), young, TODAY, LAST, "VIEW")
                .statusCode(422)
                .body("errors.code", contains("DELEGATE_NOT_OF_AGE"))
                .body("errors[0].citation", containsString("第十八条"))
                .body("errors[0].detail", not(containsString("17")));
        var wrongName = post(path, pair.person().token(), """
                {"identityNumber": "%s", "name": "%s", "purposes": ["VIEW"], "from": "2026-09-01", "until": "2026-12-31"}""".formatted(young.number(), "别人"))
                .statusCode(422)
                .extract();
        var nobody = Citizen.born(LocalDate.of(2008, 9, 2));
        var unknown = delegate(pair.personId(), pair.person(), nobody, TODAY, LAST, "VIEW")
                .statusCode(422)
                .extract();
        assertThat(wrongName.<List<String>>path("errors.code")).containsExactly("DELEGATE_NOT_KNOWN");
        assertThat(unknown.<List<?>>path("errors")).isEqualTo(wrongName.path("errors"));

        delegate(pair.personId(), pair.person(), young, "2026-09-02", LAST, "VIEW")
                .statusCode(201);
    }

    @Test
    void a_refusal_lists_every_reason() {
        var pair = Pair.make();

        post("/persons/" + pair.personId() + "/delegations", TestTokens.of("li.clerk"), """
                {"identityNumber": "%s", "name": "%s", "purposes": ["VIEW"], "from": "2026-08-31", "until": "2026-08-30"}""".formatted(
                                Citizen.driver().number(), pair.delegate().name()))
                .statusCode(422)
                .body(
                        "errors.code",
                        contains(
                                "CONFIRMATION_REQUIRED",
                                "DELEGATE_NOT_KNOWN",
                                "DELEGATION_BEGINS_IN_THE_PAST",
                                "DELEGATION_ENDS_BEFORE_IT_BEGINS"));
        delegate(pair.personId(), pair.person(), pair.person(), TODAY, LAST, "VIEW")
                .statusCode(422)
                .body("errors.code", contains("DELEGATE_IS_THE_PERSON"));
    }

    @Test
    void a_number_with_another_name_is_told_like_a_number_that_nobody_has() {
        var pair = Pair.make();
        var misnamed = new Citizen("x", pair.delegate().number(), "钱测试", "1", "370702");
        var nobody = Citizen.driver();

        var wrongName = delegate(pair.personId(), pair.person(), misnamed, TODAY, LAST, "VIEW")
                .statusCode(422)
                .extract()
                .path("errors");
        var noNumber = delegate(pair.personId(), pair.person(), nobody, TODAY, LAST, "VIEW")
                .statusCode(422)
                .extract()
                .path("errors");

        assertThat(wrongName).isEqualTo(noNumber);
    }

    @Test
    void a_wrong_number_and_a_channel_that_there_is_not_are_told_at_once() {
        var pair = Pair.make();

        post("/persons/" + pair.personId() + "/delegations", pair.person().token(), """
                {"identityNumber": "1", "name": "%s", "purposes": ["VIEW"], "from": "2026-09-01", "until": "2026-09-01",
                 "channel": "PIGEON"}""".formatted(
                                pair.delegate().name()))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/identityNumber", "/channel"));
    }

    @Test
    void a_purpose_that_is_not_on_the_list_and_a_delegation_without_an_end_are_malformed() {
        var pair = Pair.make();

        pair.grant("SELL").statusCode(400).body("errors[0].detail", containsString("ENROLL, PAUSE, VIEW"));
        post("/persons/" + pair.personId() + "/delegations", pair.person().token(), """
                {"identityNumber": "%s", "name": "%s", "purposes": [], "from": "2026-09-01"}""".formatted(
                                pair.delegate().number(), pair.delegate().name()))
                .statusCode(400)
                .body("errors", hasSize(2));
    }

    @Test
    void a_clerk_records_it_with_the_persons_confirmation_and_both_identities_stay() {
        var pair = Pair.make();

        post("/persons/" + pair.personId() + "/delegations", TestTokens.of("li.clerk"), """
                {"identityNumber": "%s", "name": "%s", "purposes": ["PAUSE"], "from": "2026-09-01", "until": "2026-09-30",
                 "channel": "AGENCY_COUNTER", "confirmation": {"kind": "PIN", "reference": "PAD-0007"}}""".formatted(
                                pair.delegate().number(), pair.delegate().name()))
                .statusCode(201);

        assertThat(TestDatabase.query("""
                        select actor_subject, channel, confirmed_by, confirmation_reference from act
                        where person_id = cast(? as uuid) and kind = 'DELEGATION_GRANTED'""", pair.personId()))
                .containsExactly(Map.of(
                        "actor_subject",
                        TestTokens.subject("li.clerk"),
                        "channel",
                        "AGENCY_COUNTER",
                        "confirmed_by",
                        "PIN",
                        "confirmation_reference",
                        "PAD-0007"));
    }

    @Test
    void of_many_who_grant_the_same_at_once_there_is_one() throws Exception {
        var pair = Pair.make();

        try (var at = Executors.newFixedThreadPool(AT_ONCE)) {
            var all = at.invokeAll(IntStream.range(0, AT_ONCE)
                    .<Callable<String>>mapToObj(one -> () -> pair.granted(one % 2 == 0 ? "VIEW" : "ENROLL"))
                    .toList());
            var ids = new HashSet<String>();
            for (var one : all) {
                ids.add(one.get());
            }
            assertThat(ids).as("one for each of two purposes").hasSize(2);
        }

        assertThat(TestDatabase.number(
                        "select count(*) from delegation where person_id = cast(? as uuid)", pair.personId()))
                .isEqualTo(2);
        assertThat(acts(pair)).hasSize(2);
    }

    private static List<Object> acts(Pair pair) {
        return TestDatabase.query("""
                        select kind from act where person_id = cast(? as uuid) and kind like 'DELEGATION%' order by acted_at""", pair.personId()).stream()
                .map(row -> row.get("kind"))
                .toList();
    }
}
