package org.lingbao.contribution.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class LongStatementsTest {
    private static final String LONG = "select cast($1 as int)" + " + 0".repeat(2000);

    @Inject
    Pool pool;

    @Test
    void a_long_statement_is_prepared_once_and_planned_once() throws Throwable {
        var row = VertxContextSupport.subscribeAndAwait(() -> pool.withConnection(connection -> run(connection)
                .chain(() -> run(connection))
                .chain(() -> run(connection))
                .chain(() -> connection
                        .preparedQuery(
                                "select count(*), sum(generic_plans), sum(custom_plans) from pg_prepared_statements where statement = $1")
                        .execute(Tuple.of(LONG)))
                .map(rows -> rows.iterator().next())));
        assertThat(row.getLong(0)).isEqualTo(1);
        assertThat(row.getLong(1)).isEqualTo(3);
        assertThat(row.getLong(2)).isZero();
    }

    private static Uni<?> run(SqlConnection connection) {
        return connection.preparedQuery(LONG).execute(Tuple.of(1));
    }
}
