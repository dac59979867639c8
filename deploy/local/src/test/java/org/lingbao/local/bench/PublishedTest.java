package org.lingbao.local.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lingbao.local.part.PartFailed;

class PublishedTest {
    private final Published.Order order = new Published.Order();

    @Test
    void events_of_different_keys_may_come_in_any_order_and_repetitions_do_not_count() {
        order.seen("a", 1);
        order.seen("b", 3);
        order.seen("a", 2);
        order.seen("a", 1);
        order.seen("b", 4);

        assertThatCode(() -> order.prove(4)).doesNotThrowAnyException();
    }

    @Test
    void a_lost_event_is_found() {
        order.seen("a", 1);
        order.seen("b", 3);

        assertThatThrownBy(() -> order.prove(3)).isInstanceOf(PartFailed.class).hasMessageStartingWith("1 of 3");
    }

    @Test
    void an_event_before_an_earlier_one_of_its_key_is_found() {
        order.seen("a", 2);
        order.seen("a", 1);

        assertThatThrownBy(() -> order.prove(2))
                .isInstanceOf(PartFailed.class)
                .hasMessage("0 of 2 events were not published, 1 came before an earlier one of their key");
    }

    @Test
    void an_event_that_nobody_wrote_is_found() {
        order.seen("a", 1);
        order.seen("a", 2);

        assertThatThrownBy(() -> order.prove(1)).isInstanceOf(PartFailed.class);
    }

    @Test
    void a_body_tells_its_number() {
        assertThat(Published.number("{\"number\" : 4711, \"filling\" : \"12\"}".getBytes(US_ASCII)))
                .isEqualTo(4711);
    }
}
