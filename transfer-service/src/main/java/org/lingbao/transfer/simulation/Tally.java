package org.lingbao.transfer.simulation;

/** What happened, so that one sees that something did. */
final class Tally {
    int cases;
    int completed;
    int refused;
    int cancelled;
    int steps;
    int packets;
    int dropped;
    int gaps;
    int crashes;
    int tasks;
    int informed;

    void add(Tally other) {
        cases += other.cases;
        completed += other.completed;
        refused += other.refused;
        cancelled += other.cancelled;
        steps += other.steps;
        packets += other.packets;
        dropped += other.dropped;
        gaps += other.gaps;
        crashes += other.crashes;
        tasks += other.tasks;
        informed += other.informed;
    }

    @Override
    public String toString() {
        return "%d cases: %d completed, %d refused, %d cancelled; %d steps, %d packets (%d lost, %d too early), %d crashes, %d tasks"
                .formatted(cases, completed, refused, cancelled, steps, packets, dropped, gaps, crashes, tasks);
    }
}
