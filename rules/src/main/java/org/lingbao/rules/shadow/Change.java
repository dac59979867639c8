package org.lingbao.rules.shadow;

import org.lingbao.rules.value.Money;

/** Adds up by how much an amount changes: how often up and down, the sum, the extremes. In fen, exactly. */
public final class Change {
    private long more;
    private long fewer;
    private long sum;
    private long least;
    private long most;

    void add(Money before, Money after) {
        var difference = after.minus(before).fen();
        if (difference != 0) {
            more += difference > 0 ? 1 : 0;
            fewer += difference < 0 ? 1 : 0;
            sum = Math.addExact(sum, difference);
            least = Math.min(least, difference);
            most = Math.max(most, difference);
        }
    }

    void add(Change other) {
        more += other.more;
        fewer += other.fewer;
        sum = Math.addExact(sum, other.sum);
        least = Math.min(least, other.least);
        most = Math.max(most, other.most);
    }

    /** How many get more. */
    public long more() {
        return more;
    }

    /** How many get less. */
    public long fewer() {
        return fewer;
    }

    public Money sum() {
        return new Money(sum);
    }

    /** The greatest loss, zero where nobody loses. */
    public Money least() {
        return new Money(least);
    }

    /** The greatest gain, zero where nobody gains. */
    public Money most() {
        return new Money(most);
    }
}
