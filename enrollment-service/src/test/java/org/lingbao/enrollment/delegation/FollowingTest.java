package org.lingbao.enrollment.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.enrollment.delegation.Pair.LAST;
import static org.lingbao.enrollment.delegation.Pair.TODAY;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.delegate;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.enrollment.testing.Matched;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** A delegate follows what they applied for, as long as they may act, and nothing else. Business day: 2026-09-01. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class FollowingTest {
    private static final List<String> PAPERS = List.of("application/pdf", "application/ofd");

    private Pair pair;

    @BeforeEach
    void begin() {
        pair = Pair.make();
    }

    @Test
    void who_applied_reads_the_application_and_has_its_receipt_and_each_look_is_recorded() {
        var delegation = pair.granted("ENROLL");
        String id = pair.enroll().statusCode(201).extract().path("enrollmentId");

        var shown = look(pair.delegate(), id).statusCode(200).extract().asString();
        assertThat(shown)
                .isEqualTo(look(pair.person(), id).statusCode(200).extract().asString());
        PAPERS.forEach(paper -> receipt(pair.delegate(), id, paper).statusCode(200));

        assertThat(TestDatabase.query(
                        """
                        select action, purpose from audit where subject_id = cast(? as uuid) and actor = ? order by action""", pair.personId(), TestTokens.subject(pair.delegate().login())))
                .extracting(row -> row.get("action") + " " + row.get("purpose"))
                .containsExactly(
                        "enrollment.view by delegation " + delegation,
                        "receipt.print by delegation " + delegation,
                        "receipt.print by delegation " + delegation);
    }

    @Test
    void what_the_person_or_another_delegate_applied_for_is_not_there() {
        String own =
                pair.person().enroll(pair.personId()).statusCode(201).extract().path("enrollmentId");
        pair.grant("ENROLL").statusCode(201);
        closed(pair.delegate(), own);

        var other = Pair.make();
        var third = Citizen.driver();
        var _ = third.register();
        other.grant("ENROLL").statusCode(201);
        delegate(other.personId(), other.person(), third, TODAY, LAST, "ENROLL").statusCode(201);
        String others = other.enroll().statusCode(201).extract().path("enrollmentId");
        look(other.delegate(), others).statusCode(200);
        closed(third, others);
        closed(pair.delegate(), others);
    }

    @Test
    void it_closes_with_the_delegation_and_opens_with_the_next_that_lets_them_apply() {
        var first = pair.granted("ENROLL");
        String id = pair.enroll().statusCode(201).extract().path("enrollmentId");
        pair.revoke(first).statusCode(204);
        closed(pair.delegate(), id);

        pair.grant("VIEW", "PAUSE").statusCode(201);
        closed(pair.delegate(), id);

        pair.grant("ENROLL").statusCode(201);
        look(pair.delegate(), id).statusCode(200);
        receipt(pair.delegate(), id, "application/pdf").statusCode(200);
    }

    @Test
    void who_turned_out_to_be_another_person_still_follows_it() {
        pair.grant("ENROLL").statusCode(201);
        String id = pair.enroll().statusCode(201).extract().path("enrollmentId");
        var twin = pair.delegate().twin();
        var survivor = twin.register();
        Citizen.post(
                        "/possible-matches/" + Matched.pair(pair.delegateId(), survivor) + "/decision",
                        TestTokens.of("li.clerk"),
                        "{\"decision\": \"SAME\", \"survivorId\": \"" + survivor + "\"}")
                .statusCode(200);

        look(pair.delegate(), id).statusCode(200);
        look(twin, id).statusCode(200);
    }

    private static void closed(Citizen who, String enrollment) {
        look(who, enrollment).statusCode(404);
        PAPERS.forEach(paper -> receipt(who, enrollment, paper).statusCode(404));
    }

    private static ValidatableResponse look(Citizen who, String enrollment) {
        return as(who.token()).get("/enrollments/" + enrollment).then();
    }

    private static ValidatableResponse receipt(Citizen who, String enrollment, String paper) {
        return as(who.token())
                .accept(paper)
                .get("/enrollments/" + enrollment + "/receipt")
                .then();
    }
}
