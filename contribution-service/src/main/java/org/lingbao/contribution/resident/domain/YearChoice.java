package org.lingbao.contribution.resident.domain;

import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a person and a tier for a year, as far as this service knows it; tier and window are the law's question.
 *
 * @param from the first month of the person's relation in the resident scheme
 * @param lastPayable its last one, where the law sets an end
 * @param sealed whether a transfer has sealed the account
 * @param inEmployeeScheme whether the person is in the employee scheme, too: nobody pays both
 * @param paid whether the year is paid
 * @param inFlight whether a channel may be taking money for what was chosen for the year before
 */
public record YearChoice(
        YearMonth from,
        @Nullable YearMonth lastPayable,
        boolean sealed,
        boolean inEmployeeScheme,
        boolean paid,
        boolean inFlight) {

    /** Why not. */
    public sealed interface Reason {
        /** The relation begins after the year. */
        record NotYet(YearMonth from) implements Reason {}

        /** The relation cannot be paid any more. */
        record Ended(YearMonth lastPayable) implements Reason {}

        /** The account moves, or is about to. */
        record Sealed() implements Reason {}

        /** The person is covered by the employee scheme (已参加职工养老保险). */
        record EmployeeScheme() implements Reason {}

        /** One payment a year: a paid year keeps its tier. */
        record Paid(Year year) implements Reason {}

        /** What became of a payment that was begun (支付中) must be known first. */
        record InFlight(Year year) implements Reason {}
    }

    /** Every reason against a tier for the year; empty: none. */
    public List<Reason> refusalsOf(Year year) {
        return Stream.<Optional<Reason>>of(
                        when(from.getYear() > year.getValue(), new Reason.NotYet(from)),
                        lastPayable != null && lastPayable.getYear() < year.getValue()
                                ? Optional.of(new Reason.Ended(lastPayable))
                                : Optional.empty(),
                        when(sealed, new Reason.Sealed()),
                        when(inEmployeeScheme, new Reason.EmployeeScheme()),
                        when(paid, new Reason.Paid(year)),
                        when(inFlight, new Reason.InFlight(year)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Reason> when(boolean applies, Reason reason) {
        return applies ? Optional.of(reason) : Optional.empty();
    }
}
