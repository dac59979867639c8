package org.lingbao.contribution.plan.domain;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The months that may be paid in a relation (参保关系), as enrollment decided them. Whether a month is open today is the
 * law's question, not this one.
 *
 * @param from the first month
 * @param lastPayable the last one, where the law sets an end; the month of the statutory retirement age
 * @param flexible whether the person pays, not an employer
 * @param sealed whether a transfer has sealed the account
 * @param paused whether the person has paused the month that is asked about
 */
public record PayableWindow(
        YearMonth from, @Nullable YearMonth lastPayable, boolean flexible, boolean sealed, boolean paused) {

    /** Why a plan cannot begin. */
    public sealed interface Reason {
        /** The relation begins later. */
        record NotYet(YearMonth from) implements Reason {}

        /** The relation cannot be paid any more. */
        record Ended(YearMonth lastPayable) implements Reason {}

        /** An employer pays. */
        record EmployerPays() implements Reason {}

        /** The account moves to another province, or is about to. */
        record Sealed() implements Reason {}

        /** The person pays nothing for a while (中断缴费). */
        record Paused() implements Reason {}
    }

    /** Every reason why a plan cannot begin with this month; empty: it can. */
    public List<Reason> refusalsOf(YearMonth first) {
        return Stream.of(notYet(first), ended(first), employerPays(), moving(), resting())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Reason> notYet(YearMonth first) {
        return first.isBefore(from) ? Optional.of(new Reason.NotYet(from)) : Optional.empty();
    }

    private Optional<Reason> ended(YearMonth first) {
        return lastPayable != null && first.isAfter(lastPayable)
                ? Optional.of(new Reason.Ended(lastPayable))
                : Optional.empty();
    }

    private Optional<Reason> employerPays() {
        return flexible ? Optional.empty() : Optional.of(new Reason.EmployerPays());
    }

    private Optional<Reason> moving() {
        return sealed ? Optional.of(new Reason.Sealed()) : Optional.empty();
    }

    private Optional<Reason> resting() {
        return paused ? Optional.of(new Reason.Paused()) : Optional.empty();
    }
}
