package org.lingbao.watching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What waits in every service: events that are not published yet, messages that are parked, and how long the first of them has. */
@ApplicationScoped
class Backlog implements Watched {
    private static final String OLDEST_EVENT = """
            coalesce((select extract(epoch from clock_timestamp() - created_at) from outbox order by position limit 1), 0)""";

    private static final String OLDEST_PARKED = """
            coalesce((select extract(epoch from clock_timestamp() - min(parked_at)) from parked_message
                      where released_at is null), 0)""";

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of("lingbao.outbox.events", "events that are not published yet", "select count(*) from outbox"),
                Figure.of("lingbao.outbox.oldest.seconds", "how long the first of them has waited", OLDEST_EVENT),
                Figure.of(
                        "lingbao.parked.messages",
                        "messages that wait for an operator",
                        "select count(*) from parked_message where released_at is null"),
                Figure.of("lingbao.parked.oldest.seconds", "how long the first of them has waited", OLDEST_PARKED));
    }
}
