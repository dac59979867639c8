package org.lingbao.local.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/** Who has joined and which bills there are: what one writer of a load makes and others use. */
final class Stock {
    private final Queue<Bill> due = new ConcurrentLinkedQueue<>();
    private final Queue<Member> members = new ConcurrentLinkedQueue<>();
    private final List<Bill> paid = new ArrayList<>();

    /** One month of one person. */
    record Bill(String id, String person, String amount) {}

    /** Somebody who has enrolled. */
    record Member(String person, String login) {}

    void issued(Bill bill) {
        due.add(bill);
    }

    void joined(Member member) {
        members.add(member);
    }

    Optional<Member> member() {
        return Optional.ofNullable(members.poll());
    }

    /** An open bill; where there is none, one that somebody has paid already: that money goes into suspense. */
    Optional<Bill> bill() {
        var open = due.poll();
        synchronized (paid) {
            if (open != null) {
                paid.add(open);
                return Optional.of(open);
            }
            return paid.isEmpty()
                    ? Optional.empty()
                    : Optional.of(paid.get(ThreadLocalRandom.current().nextInt(paid.size())));
        }
    }
}
