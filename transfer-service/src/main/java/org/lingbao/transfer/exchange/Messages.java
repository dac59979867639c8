package org.lingbao.transfer.exchange;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Finds the messages of a case, of both directions. */
@ApplicationScoped
class Messages {
    private static final String OF_CASE = """
            select 'IN' as direction, partner, sequence, message_id, document, version, received_at as since, verdict,
                   codes, cast('{}' as text[]) as problem, cast(null as integer) as tries,
                   cast(null as timestamptz) as next_try_at, received_at as answered_at
            from exchange_received where case_id = $1
            union all
            select 'OUT', partner, sequence, message_id, document, version, written_at, verdict, codes, problem, tries,
                   case when answered_at is null then next_try_at end, answered_at
            from exchange_letter where case_id = $1
            order by since, sequence limit 1000""";

    private final Pool pool;

    Messages(Pool pool) {
        this.pool = pool;
    }

    Uni<List<MessageView>> ofCase(UUID caseId) {
        return pool.preparedQuery(OF_CASE)
                .execute(Tuple.of(caseId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(MessageView::of)
                        .toList());
    }
}
