package org.lingbao.enrollment.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.lingbao.enrollment.signal.SignalDesk.end;
import static org.lingbao.enrollment.signal.SignalDesk.listed;
import static org.lingbao.enrollment.signal.SignalDesk.open;
import static org.lingbao.enrollment.signal.SignalDesk.signalOf;
import static org.lingbao.enrollment.signal.SignalDesk.signalsOf;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.enrollment.testing.Pages;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** What is behind many enrollments comes on a work list with its evidence, and stops nobody. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class SignalsTest {
    private static final int PHONES = 5;
    private static final int DEVICES = 20;

    @Inject
    SweepSignals sweep;

    @Test
    void a_phone_behind_many_persons_is_noticed_with_what_it_rests_on_and_nobody_is_refused() throws Throwable {
        var phone = phone();
        var enrolled = enroll(PHONES, phone);

        look();

        var signal = signalOf(enrolled.getFirst());
        open(signal, "li.clerk")
                .statusCode(200)
                .body("signal.kind", equalTo("PHONE"))
                .body("signal.area", equalTo("370700"))
                .body("signal.persons", equalTo(PHONES))
                .body("signal.threshold.persons", equalTo(PHONES))
                .body("signal.threshold.days", equalTo(90))
                .body("signal.threshold.status", equalTo("UNCERTAIN"))
                .body("signal.detail.zh", containsString("90天内有5人用同一个手机号参保"))
                .body("signal.detail.en", containsString("5 persons enrolled within 90 days"))
                .body("signal.next.en", containsString("refuse nobody"))
                .body("enrollmentIds", containsInAnyOrder(enrolled.toArray()))
                .body("all", equalTo(true));
        assertThat(open(signal, "li.clerk").extract().asString()).doesNotContain(phone);
    }

    @Test
    void one_less_is_nothing_and_one_more_is_the_same_signal() throws Throwable {
        var phone = phone();
        var enrolled = enroll(PHONES - 1, phone);
        look();
        assertThat(signalsOf(enrolled.getFirst())).isEmpty();

        var last = enroll(1, phone);
        look();
        var signal = signalOf(last.getFirst());
        var more = enroll(1, phone);
        look();

        assertThat(signalOf(more.getFirst())).isEqualTo(signal);
        open(signal, "li.clerk").body("signal.persons", equalTo(PHONES + 1)).body("enrollmentIds", hasSize(PHONES + 1));
    }

    @Test
    void what_was_noticed_on_one_day_grows_on_the_next() throws Throwable {
        var phone = phone();
        var signal = noticed(enroll(PHONES, phone));
        var _ = TestDatabase.execute("""
                update signal set first_on = first_on - 1, last_on = last_on - 1, seen_on = seen_on - 1
                where signal_id = cast(? as uuid)""", signal);

        var more = enroll(1, phone);
        look();

        assertThat(signalOf(more.getFirst())).isEqualTo(signal);
        open(signal, "li.clerk")
                .body("signal.persons", equalTo(PHONES + 1))
                .body("signal.seenOn", equalTo("2026-08-31"))
                .body("signal.lastOn", equalTo("2026-09-01"));
    }

    @Test
    void what_a_clerk_found_is_recorded_and_what_was_looked_at_is_not_noticed_again() throws Throwable {
        var enrolled = enroll(PHONES, phone());
        look();
        var signal = signalOf(enrolled.getFirst());
        String task = open(signal, "li.clerk").extract().path("signal.taskId");
        assertThat(listed("li.clerk", "&state=OPEN")).contains(signal);
        assertThat(Pages.all("/tasks?area=370700&kind=SIGNAL_REVIEW", TestTokens.of("li.clerk"), "tasks.taskId"))
                .contains(task);

        end(task, "li.clerk", "ENROLLED").statusCode(422);
        end(task, "zhou.clerk", "HARMLESS").statusCode(404);
        end(task, "li.clerk", "HARMLESS").statusCode(200);
        look();

        open(signal, "li.clerk")
                .body("signal.state", equalTo("DONE"))
                .body("signal.outcome", equalTo("HARMLESS"))
                .body("signal.doneOn", equalTo("2026-09-01"));
        assertThat(listed("li.clerk", "&state=OPEN")).doesNotContain(signal);
        assertThat(signalsOf(enrolled.getFirst())).containsExactly(signal);
    }

    @Test
    void a_terminal_and_a_clerk_behind_many_are_noticed_by_thresholds_of_their_own() throws Throwable {
        var clerk = TestTokens.mint("li.clerk")
                .claim("sub", "clerk-" + UUID.randomUUID())
                .claim("terminal", "kiosk-" + UUID.randomUUID())
                .token();
        var enrolled = IntStream.range(0, DEVICES)
                .mapToObj(i -> enrollAtCounter(clerk, Citizen.driver()))
                .toList();

        look();

        open(signalOf(enrolled.getFirst()), "li.clerk")
                .body("signal.kind", equalTo("DEVICE"))
                .body("signal.persons", equalTo(DEVICES))
                .body("signal.terminal", containsString("kiosk-"));
        assertThat(signalsOf(enrolled.getFirst()))
                .as("20 of 60 a day are no signal of a clerk")
                .hasSize(1);
    }

    @Test
    void what_was_long_ago_or_refused_is_not_counted() throws Throwable {
        var phone = phone();
        var enrolled = enroll(PHONES, phone);
        var _ = TestDatabase.execute(
                "update application set decided_on = date '2026-06-03' where id = cast(? as uuid)",
                enrolled.getFirst());

        look();

        assertThat(signalsOf(enrolled.getLast()))
                .as("the day before the first of 90")
                .isEmpty();
    }

    @Test
    void signals_are_shown_in_their_area_only_and_a_wrong_question_is_told_all_that_is_wrong() throws Throwable {
        var enrolled = enroll(PHONES, phone());
        look();
        var signal = signalOf(enrolled.getFirst());

        assertThat(listed("li.clerk", "")).contains(signal);
        assertThat(listed("operator", "&kind=PHONE")).contains(signal);
        assertThat(listed("operator", "&kind=DEVICE")).doesNotContain(signal);
        as(TestTokens.of("zhou.clerk")).get("/signals?area=370700").then().statusCode(404);
        open(signal, "zhou.clerk").statusCode(404);
        open(UUID.randomUUID().toString(), "li.clerk").statusCode(404);
        as(TestTokens.of("operator"))
                .get("/signals?area=nowhere&kind=LUCK&state=LOST&limit=0")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/area", "/kind", "/state", "/limit"));
        as(Citizen.driver().token()).get("/signals?area=370700").then().statusCode(403);
    }

    private void look() throws Throwable {
        var made = VertxContextSupport.subscribeAndAwait(() -> sweep.sweep());
        assertThat(made).isNotNegative();
    }

    private String noticed(List<String> enrolled) throws Throwable {
        look();
        return signalOf(enrolled.getFirst());
    }

    private static String phone() {
        return "139" + String.format("%08d", Math.abs(UUID.randomUUID().hashCode()) % 100_000_000);
    }

    /** Strangers to each other who gave one phone. */
    private static List<String> enroll(int persons, String phone) {
        return IntStream.range(0, persons)
                .mapToObj(i -> {
                    var citizen = Citizen.driver();
                    String person = post(
                                    "/persons",
                                    citizen.token(),
                                    citizen.registration().replace(citizen.phone(), phone))
                            .statusCode(201)
                            .extract()
                            .path("personId");
                    return citizen.enroll(person).statusCode(201).extract().<String>path("enrollmentId");
                })
                .toList();
    }

    private static String enrollAtCounter(String clerk, Citizen citizen) {
        String person = post("/persons", clerk, citizen.registration())
                .statusCode(201)
                .extract()
                .path("personId");
        return post("/enrollments", clerk, Citizen.application(person).replace("\"MOBILE_12333\"", """
                                "SELF_SERVICE_TERMINAL", "confirmation": {"kind": "CARD", "reference": "READER-0001"}"""))
                .statusCode(201)
                .extract()
                .path("enrollmentId");
    }
}
