package org.lingbao.enrollment.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.lingbao.asking.Query;
import org.lingbao.enrollment.organisation.Seat;
import org.lingbao.personal.PersonName;
import org.lingbao.personal.PhoneNumber;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.identity.IdentityCheck.Valid;
import org.lingbao.rules.value.Place;

/** What is wrong with a well-formed request that names a number or a place nobody has; all of it at once. */
final class PersonChecks {
    private PersonChecks() {}

    /** @param community what the tree has of the community that was named */
    static Registration registration(RegisterRequest request, Optional<Seat> community, LocalDate on) {
        var violations = new ArrayList<Violation>();
        var identity = Numbers.check(request.identityNumber(), on, violations);
        var hukou = new Place(request.hukou());
        Query.unknown(hukou, "/hukou").ifPresent(violations::add);
        if (request.community() != null && community.isEmpty()) {
            violations.add(new Violation("UNKNOWN_COMMUNITY")
                    .with("community", request.community())
                    .at("/community"));
        }
        if (request.name().isBlank()) { // also of the blanks that only Unicode knows
            violations.add(new Violation("CONSTRAINT")
                    .with("message", "must not be blank")
                    .at("/name"));
        }
        if (identity.isPresent() && violations.isEmpty()) {
            return new Registration(
                    identity.get(),
                    new PersonName(request.name().strip()),
                    new PhoneNumber(request.phone()),
                    hukou,
                    community);
        }
        throw new ProblemException(Problem.malformed(violations));
    }

    /** The number in its normal form. */
    static String number(String asTyped, LocalDate on) {
        var violations = new ArrayList<Violation>();
        return Numbers.check(asTyped, on, violations)
                .map(Valid::number)
                .orElseThrow(() -> new ProblemException(Problem.malformed(violations)));
    }
}
