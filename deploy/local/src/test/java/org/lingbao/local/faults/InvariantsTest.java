package org.lingbao.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lingbao.local.faults.Found.Event;
import org.lingbao.local.faults.Found.Receipt;
import org.lingbao.local.faults.Journal.Entry;
import org.lingbao.local.faults.Journal.Kind;
import org.lingbao.local.faults.Journal.State;

/** A world in which all holds; each test breaks one thing and sees that it is found. */
class InvariantsTest {
    private static final String TOPIC = "enrollment.person";

    private final List<Entry> journal = new ArrayList<>(List.of(
            done(Kind.REGISTRATION, "k-1", "", "p"),
            done(Kind.ENROLLMENT, "k-2", "p", "relation"),
            done(Kind.PLAN, "k-3", "p", "bill"),
            done(Kind.PAYMENT, "t-1", "bill p", "37-1 PAID r-1"),
            done(Kind.PAYMENT, "t-2", "bill p", "37-2 SUSPENDED r-2"),
            done(Kind.CONSENT_GRANTED, "p-0", "p", "done"),
            done(Kind.CONSENT_REVOKED, "p-1", "p", "done"),
            done(Kind.CONSENT_GRANTED, "p-2", "p", "done"),
            done(Kind.GIG, "k-4", "k-4", "gig"),
            refused(Kind.BAD_PAYMENT, "t-3", "CONSTRAINT"),
            refused(Kind.REUSED_REFERENCE, "t-1/2", "IDEMPOTENCY_KEY_REUSED")));
    private final Map<String, List<Receipt>> receipts = new HashMap<>(Map.of(
            "t-1", List.of(new Receipt("37-1", "PAID", 1)),
            "t-2", List.of(new Receipt("37-2", "SUSPENDED", 1))));
    private final Map<Kind, Map<String, Integer>> rows = new EnumMap<>(Map.of(
            Kind.REGISTRATION, Map.of("p", 1),
            Kind.ENROLLMENT, Map.of("p", 1),
            Kind.CONSENT_GRANTED, Map.of("p", 2),
            Kind.PLAN, Map.of("p", 1),
            Kind.GIG, Map.of("k-4", 1)));
    private final Set<String> heard = new HashSet<>(Set.of("p"));
    private final List<Event> events = new ArrayList<>(List.of(
            new Event(TOPIC, "p", "1", "enrollment.person-registered.v1", ""),
            new Event(TOPIC, "p", "2", "enrollment.person-area-added.v1", ""),
            new Event(TOPIC, "p", "3", "enrollment.relation-opened.v1", ""),
            new Event(TOPIC, "p", "4", "enrollment.consent-granted.v1", ""),
            new Event(TOPIC, "p", "5", "enrollment.consent-revoked.v1", ""),
            new Event(TOPIC, "p", "6", "enrollment.consent-granted.v1", ""),
            new Event("contribution.person", "p", "7", "contribution.plan-chosen.v1", ""),
            new Event("contribution.person", "p", "8", "contribution.month-paid.v1", "r-1"),
            new Event("matching.gig", "gig", "9", "matching.gig-posted.v1", "")));
    private final List<String> hidden = new ArrayList<>();
    private final List<String> ledgers = new ArrayList<>();
    private final Map<String, Long> unpublished = new HashMap<>();
    private final Map<String, Long> parked = new HashMap<>();

    private static Entry done(Kind kind, String key, String about, String answer) {
        return new Entry(kind, key, about, State.ACKNOWLEDGED, answer, false);
    }

    private static Entry refused(Kind kind, String key, String codes) {
        return new Entry(kind, key, "t-1", State.REFUSED, codes, false);
    }

    private List<String> violations() {
        var found = new Found(receipts, rows, heard, events, hidden, ledgers, unpublished, parked);
        return new Invariants(journal, found).violations();
    }

    @Test
    void where_all_holds_nothing_is_said() {
        assertThat(violations()).isEmpty();
    }

    @Test
    void an_acknowledged_payment_that_is_not_there_is_lost() {
        receipts.remove("t-2");
        assertThat(violations()).containsExactly("The payment t-2 was acknowledged as 37-2 and is lost.");
    }

    @Test
    void a_payment_that_is_booked_twice_is_found() {
        receipts.put("t-2", List.of(new Receipt("37-2", "SUSPENDED", 1), new Receipt("37-9", "SUSPENDED", 1)));
        assertThat(violations()).containsExactly("The payment t-2 is booked more than once: 37-2, 37-9.");
    }

    @Test
    void a_payment_with_two_sets_of_entries_is_found() {
        receipts.put("t-2", List.of(new Receipt("37-2", "SUSPENDED", 2)));
        assertThat(violations()).containsExactly("The payment t-2 has 2 sets of entries instead of one.");
    }

    @Test
    void a_payment_that_is_booked_otherwise_than_it_was_acknowledged_is_found() {
        receipts.put("t-2", List.of(new Receipt("37-2", "PAID", 1)));
        assertThat(violations())
                .containsExactly("The payment t-2 was acknowledged as 37-2 SUSPENDED and is 37-2 PAID.");
    }

    @Test
    void a_refused_payment_that_is_booked_is_found() {
        receipts.put("t-3", List.of(new Receipt("37-3", "SUSPENDED", 1)));
        assertThat(violations()).containsExactly("Payment t-3 is booked (37-3) and was not acknowledged.");
    }

    @Test
    void a_payment_that_nobody_asked_for_is_found() {
        receipts.put("t-77", List.of(new Receipt("37-7", "PAID", 1)));
        assertThat(violations()).containsExactly("Payment t-77 is booked (37-7) and was not acknowledged.");
    }

    @Test
    void a_payment_that_is_refused_must_not_be_acknowledged_and_the_other_way_round() {
        journal.add(done(Kind.BAD_PAYMENT, "t-4", "", "37-4 PAID r-4"));
        journal.add(refused(Kind.PLAN, "k-9", "BASE_OUTSIDE_LIMITS"));
        assertThat(violations())
                .contains("The bad payment t-4 was acknowledged.", "The plan k-9 was refused (BASE_OUTSIDE_LIMITS).");
    }

    @Test
    void an_outcome_that_stays_unknown_is_found() {
        journal.add(new Entry(Kind.PAYMENT, "t-5", "bill p", State.UNKNOWN, "", true));
        assertThat(violations()).containsExactly("The payment t-5 has no outcome, asked again by its key.");
    }

    @Test
    void any_other_write_that_is_lost_or_done_twice_is_found() {
        rows.put(Kind.GIG, Map.of("k-4", 2));
        rows.put(Kind.REGISTRATION, Map.of());
        rows.put(Kind.CONSENT_GRANTED, Map.of("p", 1));
        assertThat(violations())
                .contains(
                        "The gig k-4 was acknowledged, as 1 of its kind for k-4, and there are 2.",
                        "The registration k-1 was acknowledged, as 1 of its kind for p, and there are 0.",
                        "The consent granted p-0 was acknowledged, as 2 of its kind for p, and there are 1.");
    }

    @Test
    void a_paid_month_that_another_service_has_not_heard_of_is_found() {
        heard.clear();
        assertThat(violations()).containsExactly("Enrollment has not heard that person p has paid.");
    }

    @Test
    void an_event_that_is_missing_is_found() {
        events.removeIf(event -> event.id().equals("8"));
        assertThat(violations())
                .containsExactly("The events of contribution.person p are 1 instead of 2,"
                        + " without [contribution.month-paid.v1r-1].");
    }

    @Test
    void a_paid_month_of_another_receipt_is_found() {
        events.set(7, new Event("contribution.person", "p", "8", "contribution.month-paid.v1", "r-2"));
        assertThat(violations()).hasSize(1).first().asString().contains("without [contribution.month-paid.v1r-1]");
    }

    @Test
    void events_in_another_order_are_found() {
        events.add(events.remove(3));
        assertThat(violations())
                .containsExactly("The events of enrollment.person p are in another order than they were acknowledged.");
    }

    @Test
    void an_event_that_is_told_twice_under_one_id_is_a_repetition_and_under_two_ids_a_violation() {
        events.add(events.get(7));
        assertThat(violations()).isEmpty();
        events.add(new Event("contribution.person", "p", "99", "contribution.month-paid.v1", "r-1"));
        assertThat(violations()).containsExactly("The events of contribution.person p are 3 instead of 2.");
    }

    @Test
    void what_stays_in_an_outbox_what_is_parked_what_is_hidden_and_what_a_ledger_finds_is_told() {
        unpublished.put("enrollment 37", 3L);
        parked.put("transfer 37", 1L);
        hidden.add("/gigs/gig answers 404");
        ledgers.add("cell 37, SET_NOT_ZERO of POOLED/370700");
        assertThat(violations())
                .containsExactly(
                        "Acknowledged, and not shown: /gigs/gig answers 404.",
                        "A ledger does not prove itself: cell 37, SET_NOT_ZERO of POOLED/370700.",
                        "3 events stay in the outbox of enrollment 37.",
                        "transfer 37 has parked 1 messages.");
    }
}
