package org.lingbao.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lingbao.local.part.PartFailed;

class CrewTest {
    private final ConcurrentLinkedQueue<Integer> done = new ConcurrentLinkedQueue<>();

    private final class Digger implements Crew.Worker {
        private final int broken;

        Digger(int broken) {
            this.broken = broken;
        }

        @Override
        public void work(int piece) {
            if (piece == broken) {
                throw new PartFailed("piece " + piece);
            }
            done.add(piece);
        }

        @Override
        public void close() {}
    }

    @Test
    void each_piece_is_done_once() {
        assertThat(Crew.work(List.of(new Digger(-1), new Digger(-1), new Digger(-1)), 1000))
                .isPositive();

        assertThat(done)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 1000).boxed().toList());
    }

    @Test
    void a_piece_that_fails_is_the_end_of_it() {
        assertThatThrownBy(() -> assertThat(Crew.work(List.of(new Digger(10), new Digger(10)), 100_000))
                        .isPositive())
                .isInstanceOf(PartFailed.class)
                .hasMessage("piece 10");

        assertThat(done).hasSizeLessThan(99_999);
    }
}
