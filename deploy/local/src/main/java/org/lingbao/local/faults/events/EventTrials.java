package org.lingbao.local.faults.events;

import java.util.List;
import org.lingbao.local.faults.Trial;

/** The trials of this package, in the order in which all of them run. */
public final class EventTrials {
    public static final List<Trial> ALL = List.of(
            new LostAnswer(),
            new AbortStorm(),
            new PoisonOnEveryTopic(),
            new Replay(),
            new Duplicates(),
            new KeyRotation(),
            new ClockJumps());

    private EventTrials() {}
}
