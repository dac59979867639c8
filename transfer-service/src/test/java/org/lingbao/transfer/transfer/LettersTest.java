package org.lingbao.transfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lingbao.transfer.story.Story.insured;
import static org.lingbao.transfer.story.Story.transferOf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.rules.value.Place;
import org.lingbao.transfer.exchange.Letter;
import org.lingbao.transfer.exchange.Reply;
import org.lingbao.transfer.exchange.Verdict;
import org.lingbao.transfer.story.EnrollmentStandIn;
import org.lingbao.transfer.story.NothingWaits;
import org.lingbao.transfer.story.Story;
import org.lingbao.transfer.transfer.domain.Document;
import org.lingbao.transfer.transfer.domain.Payee;
import org.lingbao.transfer.transfer.domain.Reason;
import org.lingbao.transfer.transfer.domain.Subject;

/** What the partner may write, in whatever order and as often as it likes. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(EnrollmentStandIn.class)
class LettersTest implements NothingWaits {
    private static final Verdict ACCEPTED = new Verdict.Accepted();

    @Inject
    PostOffice post;

    @Inject
    DocumentJson json;

    private static Document contact(String number) {
        return new Document.ContactLetter(new Subject(number), Samples.WEIFANG, Samples.DALIAN, new Payee("Dalian 1"));
    }

    private Letter letter(UUID id, int sequence, String partner, Document document) {
        return new Letter(
                UUID.randomUUID(), id, sequence, partner, document.type().code(), 1, json.write(document));
    }

    private Letter fromLiaoning(UUID id, int sequence, Document document) {
        return letter(id, sequence, Story.LIAONING, document);
    }

    private static Reply given(String... codes) {
        return new Reply.Given(codes.length == 0 ? ACCEPTED : new Verdict.Rejected(List.of(codes)), false);
    }

    private static Reply again(String... codes) {
        return new Reply.Given(codes.length == 0 ? ACCEPTED : new Verdict.Rejected(List.of(codes)), true);
    }

    private static String stateOf(UUID id) {
        return TestDatabase.query("""
                        select c.side, c.status, (select count(*) from transfer_message m where m.case_id = c.case_id)
                                   as messages, (select count(*) from outbox o where o.aggregateid = c.case_id) as waiting
                        from transfer_case c where c.case_id = ? and c.side is not null""", id).toString();
    }

    @Test
    void a_letter_that_comes_twice_has_one_effect_and_one_verdict() {
        var id = UUID.randomUUID();
        var letter = fromLiaoning(id, 1, contact(insured().number()));
        assertThat(post.deliver(letter)).isEqualTo(given());
        assertThat(post.deliver(letter)).isEqualTo(again());
        assertThat(TestDatabase.query("select status from transfer_case where case_id = ?", id))
                .hasToString("[{status=LETTER_RECEIVED}]");
        assertThat(TestDatabase.number("select count(*) from transfer_message where case_id = ?", id))
                .isEqualTo(1);
    }

    @Test
    void a_letter_that_comes_too_early_is_not_taken() {
        var id = UUID.randomUUID();
        var first = fromLiaoning(id, 1, contact(insured().number()));
        var second = fromLiaoning(id, 2, new Document.Cancellation());
        assertThat(post.deliver(second)).isEqualTo(new Reply.Early(1));
        assertThat(stateOf(id)).isEqualTo("[]");
        assertThat(post.deliver(first)).isEqualTo(given());
        assertThat(post.deliver(second)).isEqualTo(given());
        assertThat(post.deliver(first)).isEqualTo(again());
        assertThat(post.deliver(second)).isEqualTo(again());
    }

    @Test
    void letters_in_every_order_come_to_the_same() {
        for (var order : permutations(List.of(0, 1, 2))) {
            var id = UUID.randomUUID();
            var letters = List.of(
                    fromLiaoning(id, 1, contact(insured().number())),
                    fromLiaoning(id, 2, new Document.Clarification(List.of(new Reason("FUNDS_RECEIVED")))),
                    fromLiaoning(id, 3, new Document.Cancellation()));
            for (var round = 0; round < letters.size(); round++) {
                order.forEach(number -> {
                    var unused = post.deliver(letters.get(number));
                });
            }
            assertThat(TestDatabase.query("""
                            select status, (select string_agg(document || ' ' || verdict, ', ' order by sequence)
                                            from transfer_message m where m.case_id = c.case_id) as messages,
                                   (select count(*) from transfer_task t where t.case_id = c.case_id) as tasks
                            from transfer_case c where case_id = ?""", id))
                    .as("%s", order)
                    .hasToString("[{status=CANCELLED, messages=TR02 ACCEPTED, TR06 ACCEPTED, TR08 ACCEPTED, tasks=1}]");
        }
    }

    private static List<List<Integer>> permutations(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Integer>>();
        for (var first : numbers) {
            var rest = new ArrayList<>(numbers);
            var unused = rest.remove(first);
            for (var tail : permutations(rest)) {
                var whole = new ArrayList<>(List.of(first));
                var added = whole.addAll(tail);
                assertThat(added || tail.isEmpty()).isTrue();
                all.add(whole);
            }
        }
        return all;
    }

    @Test
    void a_letter_of_no_case_is_rejected_and_remembered() {
        var id = UUID.randomUUID();
        var form = fromLiaoning(id, 1, new Document.InformationForm(Samples.FORM));
        assertThat(post.deliver(form)).isEqualTo(given("UNKNOWN_CASE"));
        assertThat(post.deliver(form)).isEqualTo(again("UNKNOWN_CASE"));
        assertThat(stateOf(id)).isEqualTo("[]");
    }

    @Test
    void a_letter_that_opens_no_case_is_told_every_reason_and_a_better_one_opens_it() {
        var id = UUID.randomUUID();
        var wrong = new Document.ContactLetter(
                new Subject("nobody"), new Place("310100"), Samples.DALIAN, new Payee("Dalian 1"));
        assertThat(post.deliver(fromLiaoning(id, 1, wrong)))
                .isEqualTo(given("TRANSFER_PERSON_NOT_FOUND", "TRANSFER_WRONG_AGENCY"));
        assertThat(post.deliver(fromLiaoning(id, 2, contact(insured().number()))))
                .isEqualTo(given());
    }

    @Test
    void a_person_whose_transfer_is_going_on_is_not_sealed_twice() {
        var person = insured();
        var unused = transferOf(person);
        assertThat(post.deliver(fromLiaoning(UUID.randomUUID(), 1, contact(person.number()))))
                .isEqualTo(given("TRANSFER_OPEN"));
    }

    @Test
    void what_cannot_be_read_is_rejected_and_the_next_letter_is_taken() {
        var id = UUID.randomUUID();
        var unreadable =
                new Letter(UUID.randomUUID(), id, 1, Story.LIAONING, "TR02", 1, JsonNodeFactory.instance.objectNode());
        assertThat(post.deliver(unreadable)).isEqualTo(given("DOCUMENT_UNREADABLE"));
        assertThat(post.deliver(fromLiaoning(id, 2, contact(insured().number()))))
                .isEqualTo(given());
    }

    @Test
    void another_province_cannot_write_into_a_case() {
        var id = UUID.randomUUID();
        var person = insured();
        assertThat(post.deliver(fromLiaoning(id, 1, contact(person.number())))).isEqualTo(given());
        var shanghai = "310000";
        assertThat(post.deliver(letter(id, 1, shanghai, new Document.Cancellation())))
                .isEqualTo(given("UNKNOWN_CASE"));
        var posing = new Document.ContactLetter(
                new Subject(insured().number()), Samples.WEIFANG, new Place("310100"), new Payee("Shanghai 1"));
        assertThat(post.deliver(letter(id, 2, shanghai, posing))).isEqualTo(given("TRANSFER_WRONG_AGENCY"));
        assertThat(TestDatabase.query(
                        "select partner, status from transfer_case where case_id = ? and side is not null", id))
                .hasToString("[{partner=210000, status=LETTER_RECEIVED}]");
    }

    @Test
    void while_enrollment_is_away_a_new_letter_waits_and_an_old_one_has_its_verdict() {
        var id = UUID.randomUUID();
        var old = fromLiaoning(id, 1, contact(insured().number()));
        assertThat(post.deliver(old)).isEqualTo(given());
        var fresh = fromLiaoning(UUID.randomUUID(), 1, contact(insured().number()));
        Story.enrollmentAway(true);
        try {
            assertThat(post.deliver(old)).isEqualTo(again());
            assertThatThrownBy(() -> post.deliver(fresh)).isInstanceOf(ProblemException.class);
        } finally {
            Story.enrollmentAway(false);
        }
        assertThat(TestDatabase.number("select count(*) from transfer_case where case_id = ?", fresh.caseId()))
                .isZero();
        assertThat(post.deliver(fresh)).isEqualTo(given());
    }

    @Test
    void only_the_verdict_that_is_waited_for_counts() {
        var id = transferOf(insured());
        var letter = post.written(id).getFirst();
        var later = new Letter(
                letter.messageId(), id, 2, letter.partner(), letter.document(), letter.version(), letter.body());
        post.hear(later, ACCEPTED);
        assertThat(stateOf(id)).contains("status=ACCEPTED");
        post.hear(letter, new Verdict.Rejected(List.of("TRANSFER_PERSON_NOT_FOUND")));
        assertThat(stateOf(id)).contains("status=LETTER_RETURNED");
        post.hear(letter, ACCEPTED);
        assertThat(stateOf(id)).contains("status=LETTER_RETURNED");
    }
}
