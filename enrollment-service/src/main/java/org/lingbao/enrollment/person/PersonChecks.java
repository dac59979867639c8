package org.lingbao.enrollment.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.enrollment.organisation.Seat;
import org.lingbao.personal.PersonName;
import org.lingbao.personal.PhoneNumber;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.identity.DocumentKind;
import org.lingbao.rules.value.Place;

/** What is wrong with a well-formed request that names a number or a place nobody has; all of it at once. */
final class PersonChecks {
    private PersonChecks() {}

    /**
     * @param community what the tree has of the community that was named
     * @param unknown what is wrong with the channel
     * @param unconfirmed what is missing of the person's confirmation, for which alone a request is not malformed
     */
    static Registration registration(
            RegisterRequest request,
            Optional<Seat> community,
            LocalDate on,
            Optional<Violation> unknown,
            Optional<Violation> unconfirmed) {
        var violations = new ArrayList<Violation>();
        unknown.ifPresent(violations::add);
        var holder = DocumentChecks.holder(request, on, violations);
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
        if (violations.isEmpty() && unconfirmed.isPresent()) {
            throw new ProblemException(Problem.unprocessable("not-confirmed", List.of(unconfirmed.get())));
        }
        unconfirmed.ifPresent(violations::add);
        if (holder.isPresent() && violations.isEmpty()) {
            return new Registration(
                    holder.get(),
                    new PersonName(request.name().strip()),
                    new PhoneNumber(request.phone()),
                    hukou,
                    community);
        }
        throw new ProblemException(Problem.malformed(violations));
    }

    /** A document that somebody names, and that can be one. */
    static Document document(@Nullable DocumentKind kind, String number, @Nullable String country, LocalDate on) {
        var violations = new ArrayList<Violation>();
        var found = DocumentChecks.check(kind, number, country, on, violations);
        if (found.isPresent() && violations.isEmpty()) {
            return DocumentChecks.document(found.get(), country);
        }
        throw new ProblemException(Problem.malformed(violations));
    }
}
