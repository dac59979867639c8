package org.lingbao.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53300", "57P01", "57014", "40P01", "40001", "55P03", "25P03"})
    void what_passes_by_itself_or_can_be_repeated_is_an_outage(String sqlState) {
        assertThat(Outage.isOne(new PgException("", "FATAL", sqlState, ""))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23514", "42P01", "22021", "P0001"})
    void what_fails_again_the_next_time_is_none(String sqlState) {
        assertThat(Outage.isOne(new PgException("", "ERROR", sqlState, ""))).isFalse();
    }

    @Test
    void a_lost_connection_is_an_outage_however_deep_it_lies() {
        assertThat(Outage.isOne(new IllegalStateException(new RuntimeException(new ConnectException()))))
                .isTrue();
        assertThat(Outage.isOne(new ClosedChannelException())).isTrue();
        assertThat(Outage.isOne(new NoStackTraceThrowable("Timeout"))).isTrue();
        assertThat(Outage.isOne(new NoStackTraceThrowable("Connection is not active now, current status: CLOSED")))
                .isTrue();
    }

    @Test
    void the_log_tells_which_of_postgresqls_failures_it_is_and_nothing_of_the_values() {
        var canceled = new PgException("canceled: 370702199001011234", "ERROR", "57014", "");
        assertThat(Outage.kind(new IllegalStateException(canceled)))
                .isEqualTo("java.lang.IllegalStateException by io.vertx.pgclient.PgException 57014");
        assertThat(Outage.kind(new ConnectException("13800000000"))).isEqualTo("java.net.ConnectException");
    }

    @Test
    void a_mistake_of_ours_is_none() {
        assertThat(Outage.isOne(new NoStackTraceThrowable("Parameter at position[3] can not be coerced")))
                .isFalse();
        assertThat(Outage.isOne(new NullPointerException())).isFalse();
    }
}
