package org.lingbao.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WholeTest {
    private record Inner(@Nullable String must, int number) {}

    private record Strict(String must) {}

    private record Outer(
            Strict strict, List<Strict> several, @Nullable Inner may) {}

    @Test
    void what_may_be_absent_is_not_missed() {
        assertThat(Whole.missing(new Outer(new Strict("a"), List.of(), null))).isEmpty();
        assertThat(Whole.missing(new Inner(null, 0))).isEmpty();
        assertThat(Whole.missing("no record")).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // as a parser does it
    void what_is_missing_is_named_also_deep_inside() {
        assertThat(Whole.missing(new Outer(new Strict(null), List.of(new Strict("a"), new Strict(null)), null)))
                .containsExactly("must", "must");
        assertThat(Whole.missing(new Outer(null, null, null))).containsExactly("strict", "several");
    }
}
