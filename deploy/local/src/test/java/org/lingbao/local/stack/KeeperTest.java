package org.lingbao.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Ports;

class KeeperTest {
    private final List<String> journal = Collections.synchronizedList(new ArrayList<>());

    /** Starts at once, or never. */
    private final class Puppet implements Part {
        private final String name;
        private final int port = Ports.free();
        private boolean broken;
        private boolean alive;

        Puppet(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int port() {
            return port;
        }

        @Override
        public Path log() {
            return Path.of(name + ".log");
        }

        @Override
        public void start(BooleanSupplier cancelled) {
            if (broken) {
                throw new PartFailed(name + " is broken");
            }
            alive = true;
            journal.add("start " + name);
        }

        @Override
        public boolean alive() {
            return alive;
        }

        @Override
        public OptionalLong pid() {
            return OptionalLong.empty();
        }

        @Override
        public void close() {
            if (alive) {
                alive = false;
                journal.add("end " + name);
            }
        }
    }

    private final Puppet database = new Puppet("database");
    private final Puppet service = new Puppet("service");
    private final Keeper keeper = new Keeper(List.of(List.of(database), List.of(service)), () -> {});

    private List<Report.State> states() {
        return keeper.report().stream().map(Report.PartReport::state).toList();
    }

    @Test
    void parts_start_and_end_in_the_order_of_who_needs_whom() {
        keeper.startMissing(() -> false);
        keeper.close();

        assertThat(journal).containsExactly("start database", "start service", "end service", "end database");
    }

    @Test
    void a_part_that_fails_takes_along_what_the_same_call_started() {
        service.broken = true;

        assertThatThrownBy(() -> keeper.startMissing(() -> false))
                .isInstanceOf(PartFailed.class)
                .hasMessage("service is broken");
        assertThat(journal).containsExactly("start database", "end database");
    }

    @Test
    void a_part_that_fails_leaves_alone_what_ran_before() {
        keeper.startMissing(() -> false);
        service.close();
        service.broken = true;

        assertThatThrownBy(() -> keeper.startMissing(() -> false)).isInstanceOf(PartFailed.class);
        assertThat(database.alive()).isTrue();
    }

    @Test
    void a_dead_part_is_noticed_and_alone_started_again() {
        keeper.startMissing(() -> false);
        service.alive = false;
        keeper.look();
        assertThat(states()).containsExactly(Report.State.READY, Report.State.DEAD);

        keeper.startMissing(() -> false);

        assertThat(states()).containsExactly(Report.State.READY, Report.State.READY);
        assertThat(journal).containsExactly("start database", "start service", "start service");
    }
}
