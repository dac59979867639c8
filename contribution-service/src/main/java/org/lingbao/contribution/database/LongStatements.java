package org.lingbao.contribution.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Lets the client keep long statements prepared. By default it prepares anything beyond 2,048 characters anew for each
 * call; for the statement that books a payment, planning costs several times its execution.
 */
@Singleton
class LongStatements implements PgPoolCreator {
    private static final int LONGEST_KEPT_CHARACTERS = 16_384;

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(LongStatements::keepLongOnes);
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }

    private static void keepLongOnes(PgConnectOptions options) {
        options.setPreparedStatementCacheSqlLimit(LONGEST_KEPT_CHARACTERS);
    }
}
