package org.lingbao.rules.shadow;

import org.lingbao.rules.shadow.Outcome.Answered;

/** What the change does to one group. */
public final class Tally {
    private long people;
    private long changed;
    private long later;
    private long earlier;
    private long otherMinimum;
    private long answerOnlyBefore;
    private long answerOnlyAfter;
    private final Change paidIn = new Change();
    private final Change pension = new Change();

    void add(Outcome before, Outcome after) {
        people++;
        if (before.equals(after)) {
            return;
        }
        changed++;
        if (before instanceof Answered was && after instanceof Answered is) {
            later += is.retirement().isAfter(was.retirement()) ? 1 : 0;
            earlier += is.retirement().isBefore(was.retirement()) ? 1 : 0;
            otherMinimum += is.minimumMonths() != was.minimumMonths() ? 1 : 0;
            paidIn.add(was.paidIn(), is.paidIn());
            pension.add(was.pension(), is.pension());
        } else {
            answerOnlyBefore += before instanceof Answered ? 1 : 0;
            answerOnlyAfter += after instanceof Answered ? 1 : 0;
        }
    }

    void add(Tally other) {
        people += other.people;
        changed += other.changed;
        later += other.later;
        earlier += other.earlier;
        otherMinimum += other.otherMinimum;
        answerOnlyBefore += other.answerOnlyBefore;
        answerOnlyAfter += other.answerOnlyAfter;
        paidIn.add(other.paidIn);
        pension.add(other.pension);
    }

    public long people() {
        return people;
    }

    /** For whom anything is different, the reasons of a refusal included. */
    public long changed() {
        return changed;
    }

    /** Who retires later. */
    public long later() {
        return later;
    }

    /** Who retires earlier. */
    public long earlier() {
        return earlier;
    }

    /** For whom the minimum contribution months differ. */
    public long otherMinimum() {
        return otherMinimum;
    }

    /** Who had an answer and has none any more. */
    public long answerOnlyBefore() {
        return answerOnlyBefore;
    }

    /** Who had no answer and has one now. */
    public long answerOnlyAfter() {
        return answerOnlyAfter;
    }

    /** What is still to be paid until retirement. */
    public Change paidIn() {
        return paidIn;
    }

    /** The pension a month. */
    public Change pension() {
        return pension;
    }
}
