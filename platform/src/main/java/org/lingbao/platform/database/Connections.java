package org.lingbao.platform.database;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.handler.timeout.ReadTimeoutException;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How a service is connected to its database.
 *
 * <p>No connection is waited on for ever. When the network loses a peer without telling, nobody else would notice: the
 * answer just never comes, and with a few such connections the pool is empty. So a connection that is silent for longer
 * than any statement may take is closed, which is an outage to whoever waits for it. The pool gives up unused ones before.
 *
 * <p>Long statements are kept prepared. By default the client prepares anything beyond 2,048 characters anew for each
 * call; for the statement that books a payment, planning costs several times its execution.
 */
@Singleton
class Connections implements PgPoolCreator {
    private static final int LONGEST_KEPT_CHARACTERS = 16_384;
    private static final int CONNECT_MILLIS = 5_000;
    private static final int LONG_RUNNING = 2;

    /** More than {@code statement_timeout} of any statement that runs there. */
    private static final Duration LONG_RUNNING_SILENCE = Duration.ofMinutes(35);

    private final Duration longestSilence;
    private @Nullable Input input;

    /** @param longestSilence more than {@code statement_timeout} and the pool's {@code idle-timeout} */
    Connections(@ConfigProperty(name = "lingbao.database.longest-silence") Duration longestSilence) {
        this.longestSilence = longestSilence;
    }

    @Override
    public Pool create(Input created) {
        input = created;
        return pool(created, created.poolOptions(), longestSilence);
    }

    /** @param ordinary asked for its size so that it is there, and its settings with it */
    @Produces
    @Singleton
    @LongRunning
    io.vertx.mutiny.sqlclient.Pool longRunning(io.vertx.mutiny.sqlclient.Pool ordinary) {
        var open = ordinary.size();
        assert open >= 0;
        var settings = Objects.requireNonNull(input, "the ordinary pool is there first");
        var few = new PoolOptions(settings.poolOptions()).setMaxSize(LONG_RUNNING);
        return io.vertx.mutiny.sqlclient.Pool.newInstance(pool(settings, few, LONG_RUNNING_SILENCE));
    }

    private static Pool pool(Input settings, PoolOptions size, Duration longestSilence) {
        var servers = settings.pgConnectOptionsList().stream()
                .<SqlConnectOptions>map(Connections::limited)
                .toList();
        return PgBuilder.pool()
                .with(size)
                .connectingTo(List.copyOf(servers))
                .using(settings.vertx())
                .withConnectHandler(connection -> closeWhenSilent(connection, longestSilence))
                .build();
    }

    /**
     * Before all other handlers, so that the close reaches the socket: the client's own {@code readIdleTimeout} says goodbye
     * and waits for the peer to close, which a lost one never does.
     */
    private static void closeWhenSilent(SqlConnection connection, Duration longestSilence) {
        if (((SqlConnectionInternal) connection).unwrap().unwrap() instanceof SocketConnectionBase socket) {
            var unused = socket.socket().channelHandlerContext().pipeline().addFirst(new Silence(longestSilence));
        }
        var _ = connection.close(); // back to the pool
    }

    private static PgConnectOptions limited(PgConnectOptions server) {
        var options = new PgConnectOptions(server);
        options.setPreparedStatementCacheSqlLimit(LONGEST_KEPT_CHARACTERS);
        options.setConnectTimeout(CONNECT_MILLIS);
        options.setTcpKeepAlive(true);
        return options;
    }

    /**
     * Counted from the last statement as well as from the last answer: the pool gives up unused connections by the clock, and
     * where that was set back one may be taken that has been unused for almost as long.
     */
    private static final class Silence extends IdleStateHandler {
        private Silence(Duration longest) {
            super(0, 0, longest.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
            context.fireExceptionCaught(ReadTimeoutException.INSTANCE);
            var _ = context.close();
        }
    }
}
