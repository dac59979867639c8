package org.lingbao.transfer.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.lingbao.platform.id.Ids;
import org.lingbao.transfer.transfer.domain.CaseId;
import org.lingbao.transfer.transfer.domain.Effect;
import org.lingbao.transfer.transfer.domain.Effect.Task;
import org.lingbao.transfer.transfer.domain.Moment;
import org.lingbao.transfer.transfer.domain.TransferIn;
import org.lingbao.transfer.transfer.domain.TransferOut;

/** What clerks have to look at and what the person is told. A task ends with what it is about. */
@ApplicationScoped
class WorkList {
    private static final String ASSIGN = """
            insert into transfer_task (task_id, case_id, task, reasons, place, since, due_on)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (case_id, task) where done_on is null
            do update set reasons = excluded.reasons, due_on = excluded.due_on""";

    private static final String SETTLE = """
            update transfer_task set done_on = $3
            where case_id = $1 and task = any ($2) and done_on is null""";

    private static final String INFORM =
            "insert into transfer_news (news_id, case_id, news, told_on) values ($1, $2, $3, $4)";

    /** One open task of a kind is enough for a case: a later one says the reasons that hold now. */
    Uni<Void> assign(SqlConnection transaction, Side side, Effect.Assign assign, Moment moment) {
        return transaction
                .preparedQuery(ASSIGN)
                .execute(Tuple.from(Arrays.asList(
                        Ids.next(),
                        side.move().id().value(),
                        assign.task().name(),
                        Messages.codes(assign.reasons()),
                        side.agency().code(),
                        moment.today(),
                        side.dueOn(moment))))
                .replaceWithVoid();
    }

    /** Ends the tasks that the case has left behind. */
    Uni<Void> settle(SqlConnection transaction, Side side, LocalDate today) {
        var settled = Stream.of(Task.values())
                .filter(task -> isSettled(task, side))
                .map(Task::name)
                .toArray(String[]::new);
        return transaction
                .preparedQuery(SETTLE)
                .execute(Tuple.of(side.move().id().value(), settled, today))
                .replaceWithVoid();
    }

    /** A message that was rejected is ended by nothing but a clerk who has looked at it. */
    static boolean isSettled(Task task, Side side) {
        return switch (task) {
            case DEADLINE_MISSED, PARTNER_LATE ->
                side.clock() == null || !side.clock().reported();
            case LETTER_RETURNED -> !(side instanceof Side.In(TransferIn.LetterReturned _));
            case FORM_RETURNED -> !(side instanceof Side.Out(TransferOut.FormReturned _));
            case FUNDS_MISMATCH, CREDIT_REFUSED -> !(side instanceof Side.In(TransferIn.Mismatch _));
            case CLARIFICATION_ASKED -> isAnswered(side);
            case MESSAGE_REJECTED -> false;
        };
    }

    /** Of money that is missing, by sending it after; of anything else, when the case is over. */
    private static boolean isAnswered(Side side) {
        return side instanceof Side.Out(TransferOut.FundsSent sent)
                ? sent.questions().isEmpty()
                : side.isEnded();
    }

    Uni<Void> inform(SqlConnection transaction, CaseId id, Effect.News news, LocalDate today) {
        return transaction
                .preparedQuery(INFORM)
                .execute(Tuple.of(Ids.next(), id.value(), news.name(), today))
                .replaceWithVoid();
    }
}
