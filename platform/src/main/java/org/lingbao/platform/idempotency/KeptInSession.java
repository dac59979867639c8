package org.lingbao.platform.idempotency;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Kept answers through the Panache session of the running command. */
record KeptInSession() implements KeptAnswers {

    @Override
    public Uni<Boolean> claim(IdempotencyKey key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(inSession(CLAIM))
                        .setParameter(1, key.client())
                        .setParameter(2, key.operation())
                        .setParameter(3, key.key())
                        .setParameter(4, key.hash())
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    @Override
    public Uni<Void> keep(IdempotencyKey key, int status, @Nullable String location, String body) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(inSession(KEEP))
                        .setParameter(1, key.client())
                        .setParameter(2, key.operation())
                        .setParameter(3, key.key())
                        .setParameter(4, status)
                        .setParameter(5, Objects.requireNonNullElse(location, ""))
                        .setParameter(6, body)
                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Kept> find(IdempotencyKey key) {
        return Panache.getSession()
                .chain(session -> select(session, key).getSingleResult())
                .map(row -> new Kept((Boolean) row[0], (Integer) row[1], (String) row[2], (String) row[3]));
    }

    private static Mutiny.SelectionQuery<Object[]> select(Mutiny.Session session, IdempotencyKey key) {
        return session.createNativeQuery(inSession(FIND), Object[].class)
                .setParameter(1, key.client())
                .setParameter(2, key.operation())
                .setParameter(3, key.key())
                .setParameter(4, key.hash());
    }

    /** Hibernate writes a parameter as {@code ?1} where the PostgreSQL client writes {@code $1}. */
    private static String inSession(String sql) {
        return sql.replace('$', '?');
    }
}
