package org.lingbao.platform.database;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Native statements in the Panache session of the running {@code @WithTransaction} command. They are written as for the
 * PostgreSQL client, so that both styles of a command share one text: Hibernate has {@code ?1} where that has {@code $1}.
 */
public final class InSession {
    private InSession() {}

    /** Writes; the answer is how many rows. */
    public static Uni<Integer> write(String sql, List<?> parameters) {
        return Panache.getSession()
                .chain(session ->
                        with(parameters, session.createNativeQuery(marked(sql))).executeUpdate());
    }

    /** Reads the one row that is there. */
    public static Uni<Object[]> readOne(String sql, List<?> parameters) {
        return Panache.getSession()
                .chain(session -> with(parameters, session.createNativeQuery(marked(sql), Object[].class))
                        .getSingleResult());
    }

    private static <Q extends Mutiny.AbstractQuery> Q with(List<?> parameters, Q query) {
        for (var position = 0; position < parameters.size(); position++) {
            query.setParameter(position + 1, parameters.get(position));
        }
        return query;
    }

    private static String marked(String sql) {
        return sql.replace('$', '?');
    }
}
