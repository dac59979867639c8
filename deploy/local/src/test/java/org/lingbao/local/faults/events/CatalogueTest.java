package org.lingbao.local.faults.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.local.faults.events.Catalogue.Event;
import org.lingbao.local.part.Topics;

class CatalogueTest {
    @Test
    void only_events_that_somebody_acts_on_are_taken() {
        assertThat(Catalogue.consumed("""
                        | event | topic | key | producer | consumers | what each consumer does |
                        |---|---|---|---|---|---|
                        | a.b.v1 | a.x | id | a | one, job-two | one does this; job-two that |
                        | a.c.v1 | a.x | id | a | — | — |
                        """)).containsExactly(new Event("a.b.v1", "a.x", List.of("one", "job-two")));
    }

    @Test
    void each_has_an_example_and_a_declared_topic() {
        var topics = Topics.declared().stream().map(Topics.Topic::name).toList();
        assertThat(Catalogue.consumed()).hasSizeGreaterThan(15).allSatisfy(event -> {
            assertThat(new String(event.example(), UTF_8)).startsWith("{");
            assertThat(topics).contains(event.topic());
        });
    }
}
