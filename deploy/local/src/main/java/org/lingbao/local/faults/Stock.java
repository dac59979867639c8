package org.lingbao.local.faults;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/** Who has joined and which bills there are: what one writer of a load makes and others use. */
final class Stock {
    private final int together;
    private final Queue<Bill> due = new ArrayDeque<>();
    private final Queue<Member> members = new ConcurrentLinkedQueue<>();
    private final List<Bill> paid = new ArrayList<>();
    private boolean flowing;

    /** @param together how many bills wait for each other, so that they are paid at the same time */
    Stock(int together) {
        this.together = together;
    }

    /** One month of one person. */
    record Bill(String id, String person, String amount) {}

    /** Somebody who has enrolled. */
    record Member(String person, String login) {}

    synchronized void issued(Bill bill) {
        due.add(bill);
        flowing |= due.size() >= together;
    }

    void joined(Member member) {
        members.add(member);
    }

    Optional<Member> member() {
        return Optional.ofNullable(members.poll());
    }

    /**
     * An open bill; where there is none, now and then one that somebody has paid already: that money goes into suspense. The more
     * wait for each other, the more rarely.
     */
    synchronized Optional<Bill> bill() {
        if (flowing) {
            var open = due.remove();
            flowing = !due.isEmpty();
            paid.add(open);
            return Optional.of(open);
        }
        var chance = ThreadLocalRandom.current();
        return paid.isEmpty() || chance.nextInt(together) > 0
                ? Optional.empty()
                : Optional.of(paid.get(chance.nextInt(paid.size())));
    }
}
