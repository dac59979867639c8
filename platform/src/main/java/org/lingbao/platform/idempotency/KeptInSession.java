package org.lingbao.platform.idempotency;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.database.InSession;

/** Kept answers through the Panache session of the running command. */
record KeptInSession() implements KeptAnswers {

    @Override
    public Uni<Boolean> claim(IdempotencyKey key) {
        return InSession.write(CLAIM, List.of(key.client(), key.operation(), key.kept(), key.hash()))
                .map(inserted -> inserted == 1);
    }

    @Override
    public Uni<Void> keep(IdempotencyKey key, int status, @Nullable String location, String body) {
        var where = Objects.requireNonNullElse(location, "");
        return InSession.write(KEEP, List.of(key.client(), key.operation(), key.kept(), status, where, body))
                .replaceWithVoid();
    }

    @Override
    public Uni<Kept> find(IdempotencyKey key) {
        return InSession.readOne(FIND, List.of(key.client(), key.operation(), key.kept(), key.hash()))
                .map(row -> new Kept((Boolean) row[0], (Integer) row[1], (String) row[2], (String) row[3]));
    }
}
