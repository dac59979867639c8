package org.lingbao.enrollment.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.enrollment.testing.Citizen.as;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.joining.domain.Application;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.identity.Role;
import org.lingbao.rules.enrollment.Category;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** A person whom Weifang knows, and who works in Shanghai, where the work is registered. */
record Somebody(Citizen citizen, String id) {
    Somebody(Citizen citizen) {
        this(citizen, citizen.register());
    }

    static Somebody registered() {
        return new Somebody(Citizen.driver()).atWork();
    }

    /** As those have it who joined before medical insurance was known here. */
    static Somebody withPensionSince(String firstDay) {
        var somebody = registered();
        var opened = TestDatabase.execute("""
                insert into relation (id, person_id, scheme, place, standing, from_month, opened_on)
                values (uuidv7(), cast(? as uuid), 'EMPLOYEE', '310000', 'FLEXIBLE', cast(? as date), cast(? as date))""", somebody.id, firstDay, firstDay);
        assertThat(opened).isEqualTo(1);
        return somebody;
    }

    List<String> relations() {
        return TestDatabase.query("""
                        select concat_ws(' ', scheme, standing, from_month, 'to ' || to_month, closed_because) as line
                        from relation where person_id = cast(? as uuid) order by scheme, from_month, to_month""", id).stream()
                .map(row -> String.valueOf(row.get("line")))
                .toList();
    }

    List<String> paused() {
        return TestDatabase.query(
                        "select cast(paused as text) as paused from relation where person_id = cast(? as uuid)", id)
                .stream()
                .map(row -> String.valueOf(row.get("paused")))
                .toList();
    }

    String relation(String scheme) {
        return String.valueOf(TestDatabase.query(
                        "select id from relation where person_id = cast(? as uuid) and scheme = ?", id, scheme)
                .getFirst()
                .get("id"));
    }

    ValidatableResponse standing() {
        return as(citizen.token())
                .get("/persons/" + id + "/standing?scheme=MEDICAL")
                .then();
    }

    /** Their work in Shanghai is registered (就业登记). */
    Somebody atWork() {
        var registered = TestDatabase.execute("""
                insert into employment_registration (id, person_id, occupation, place, form, registered_on)
                values (uuidv7(), cast(? as uuid), '4-02-02-01', '310115', 'OTHER_FLEXIBLE', '2026-09-01')""", id);
        assertThat(registered).isEqualTo(1);
        return this;
    }

    /** In Shanghai, past the check of the place: the cell of the tests serves another province. */
    Answer applies(Enroll enroll, Scheme scheme) throws Throwable {
        var caller = new Caller(
                TestTokens.issuer(),
                TestTokens.subject(citizen.login()),
                "lingbao-app",
                Set.of(Role.CITIZEN),
                null,
                null,
                null,
                null,
                null);
        var application = new Application(
                scheme,
                new Place("310000"),
                Category.OTHER_FLEXIBLE,
                new Application.Evidence(new Place("310115"), null, null),
                new Application.Statements(false, false));
        var key = UUID.randomUUID().toString();
        var asked = new IdempotencyKey(
                "test", "enroll", key, key, ByteBuffer.wrap(key.getBytes(StandardCharsets.US_ASCII), 0, 32));
        return VertxContextSupport.subscribeAndAwait(
                () -> enroll.handle(asked, UUID.fromString(id), application, new Via(caller, "MOBILE_12333", null)));
    }
}
