package org.lingbao.transfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lingbao.transfer.story.Story.insured;
import static org.lingbao.transfer.story.Story.transferOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTopics;
import org.lingbao.transfer.exchange.Letter;
import org.lingbao.transfer.story.EnrollmentStandIn;
import org.lingbao.transfer.story.NothingWaits;
import org.lingbao.transfer.story.Story;
import org.lingbao.transfer.transfer.domain.Answer;
import org.lingbao.transfer.transfer.domain.CaseId;
import org.lingbao.transfer.transfer.domain.Command;
import org.lingbao.transfer.transfer.domain.Document;
import org.lingbao.transfer.transfer.domain.Input;
import org.lingbao.transfer.transfer.domain.Payee;
import org.lingbao.transfer.transfer.domain.Reason;
import org.lingbao.transfer.transfer.domain.Subject;

/** The power goes after everything of a step is written and before it is committed: nothing has happened, and it can be done again. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(EnrollmentStandIn.class)
class PowerCutTest implements NothingWaits {
    private static final List<String> TABLES = List.of(
            "select count(*) from transfer_message where case_id = ?",
            "select count(*) from transfer_task where case_id = ?",
            "select count(*) from transfer_news where case_id = ?",
            "select count(*) from exchange_letter where case_id = ?");

    @Inject
    Pool pool;

    @Inject
    Cases cases;

    @Inject
    Dockets dockets;

    @Inject
    Letters letters;

    @Inject
    DocumentJson json;

    @Inject
    PostOffice post;

    private static String stateOf(UUID id) {
        var counts =
                TABLES.stream().map(table -> TestDatabase.number(table, id)).toList();
        return TestDatabase.query(
                        "select side, status, state::text, open, day from transfer_case where case_id = ?", id)
                + " "
                + counts;
    }

    /** Runs a transaction to its end and loses it. */
    private void lose(Function<SqlConnection, Uni<?>> work) {
        assertThatThrownBy(() -> PostOffice.await(() -> pool.withTransaction(
                        transaction -> work.apply(transaction).<Void>map(done -> {
                            throw new IllegalStateException("power cut");
                        }))))
                .hasMessageContaining("power cut");
    }

    private Uni<Docket> step(SqlConnection transaction, UUID id, Input input) {
        var moment = cases.now();
        return dockets.find(transaction, new CaseId(id))
                .chain(found -> cases.write(
                        transaction, found.orElseThrow(), found.orElseThrow().step(input, moment), moment));
    }

    @Test
    void a_command_leaves_nothing() {
        var id = transferOf(insured());
        var before = stateOf(id);
        lose(transaction -> step(transaction, id, new Command.Refuse(List.of(new Reason("REFUSED_BY_AGENCY")))));
        assertThat(stateOf(id)).isEqualTo(before);
    }

    @Test
    void a_letter_leaves_nothing_and_can_come_again() {
        var id = UUID.randomUUID();
        var contact = new Document.ContactLetter(
                new Subject(insured().number()), Samples.WEIFANG, Samples.DALIAN, new Payee("Dalian 1"));
        var letter = new Letter(UUID.randomUUID(), id, 1, Story.LIAONING, "TR02", 1, json.write(contact));
        var before = stateOf(id);
        var take = PostOffice.await(() -> letters.read(letter));
        lose(take::apply);
        assertThat(stateOf(id)).isEqualTo(before);
        assertThat(TestDatabase.number("select count(*) from outbox where aggregateid = ?", id))
                .isZero();
        assertThat(TestTopics.all("transfer.case"))
                .noneMatch(event -> id.toString().equals(event.key()));
        assertThat(post.deliver(letter)).hasToString("Given[verdict=Accepted[], repeated=false]");
    }

    @Test
    void an_answer_leaves_nothing_and_has_its_one_effect_later() {
        var id = UUID.randomUUID();
        var contact = new Document.ContactLetter(
                new Subject(insured().number()), Samples.WEIFANG, Samples.DALIAN, new Payee("Dalian 1"));
        var opened = post.deliver(new Letter(UUID.randomUUID(), id, 1, Story.LIAONING, "TR02", 1, json.write(contact)));
        assertThat(opened).hasToString("Given[verdict=Accepted[], repeated=false]");
        var before = stateOf(id);
        lose(transaction -> step(transaction, id, new Answer.AccountSealed(Samples.FORM)));
        assertThat(stateOf(id)).isEqualTo(before);
        var unused = PostOffice.await(() ->
                pool.withTransaction(transaction -> step(transaction, id, new Answer.AccountSealed(Samples.FORM))));
        assertThat(post.written(id)).hasSize(1);
    }
}
