package org.lingbao.contribution.attempt;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lingbao.platform.problem.Violation;

/** Why no money is to be taken for a bill now, as the outside hears it. */
final class Refusals {
    private Refusals() {}

    /** Nobody is told which bank or whose app it is: the kind of channel is enough to wait or to ask. */
    static Optional<Violation> held(AttemptView attempt) {
        return switch (attempt.state()) {
            case IN_FLIGHT ->
                Optional.of(new Violation("ATTEMPT_IN_FLIGHT")
                        .with("channel", attempt.channel())
                        .with("until", ISO_OFFSET_DATE_TIME.format(attempt.inFlightUntil())));
            case UNKNOWN ->
                Optional.of(new Violation("ATTEMPT_UNKNOWN")
                        .with("channel", attempt.channel())
                        .with("since", ISO_OFFSET_DATE_TIME.format(attempt.inFlightUntil())));
            case PAID, SUSPENDED, GIVEN_UP -> Optional.empty();
        };
    }

    /** @param reason as {@link AttemptSql#BEGIN} writes it */
    static Violation ofBill(String reason, LocalDate payableUntil) {
        return switch (reason) {
            case "REPORTED" -> new Violation("ATTEMPT_REFERENCE_USED");
            case "PAID" -> new Violation("BILL_PAID");
            case "WITHDRAWN" -> new Violation("BILL_TAKEN_BACK");
            case "CLOSED" -> new Violation("BILL_CLOSED").with("until", payableUntil);
            case "MOVED" -> new Violation("BILL_MOVED_AWAY");
            default -> throw new IllegalStateException("the statement gives a reason without words: " + reason);
        };
    }

    static List<Violation> sorted(List<Violation> reasons) {
        return reasons.stream().sorted(Comparator.comparing(Violation::code)).toList();
    }
}
