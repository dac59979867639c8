package org.lingbao.platform.idempotency;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The table of kept answers, reached in one of the two styles of a command. */
interface KeptAnswers {
    String CLAIM = """
            insert into idempotency (client, operation, key, body_hash)
            values ($1, $2, $3, $4) on conflict do nothing""";
    String KEEP = """
            update idempotency set status = $4, location = nullif($5, ''), body = $6
            where client = $1 and operation = $2 and key = $3""";
    String FIND = """
            select body_hash = $4 as same_body, status, location, body
            from idempotency where client = $1 and operation = $2 and key = $3""";

    /** Whether this request is the first with its key. */
    Uni<Boolean> claim(IdempotencyKey key);

    Uni<Void> keep(IdempotencyKey key, int status, @Nullable String location, String body);

    Uni<Kept> find(IdempotencyKey key);

    /** An answer that was kept. */
    record Kept(boolean sameBody, int status, @Nullable String location, String body) {}
}
