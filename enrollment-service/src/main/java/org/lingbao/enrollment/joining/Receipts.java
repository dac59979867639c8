package org.lingbao.enrollment.joining;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.lingbao.enrollment.joining.ApplicationRow.Outcome;
import org.lingbao.enrollment.person.Delegates;
import org.lingbao.enrollment.person.Purpose;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.rules.value.Place;

/**
 * Receipts, for the feature that makes papers; whether the caller may see one, that asks of its person. It joins the caller's session
 * and transaction and opens none of its own.
 */
@ApplicationScoped
public class Receipts {
    private final Delegates delegates;

    Receipts(Delegates delegates) {
        this.delegates = delegates;
    }

    /** The receipt of this application, if it was accepted: only then there is one. */
    public Uni<Optional<Receipt>> find(UUID application) {
        return ApplicationRow.<ApplicationRow>find("id = ?1 and outcome = ?2", application, Outcome.ACCEPTED)
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(Receipts::receipt));
    }

    /** Whether it was this caller who applied, acting for the person: a bank's terminal has those receipts and no others. */
    public Uni<Boolean> wasMadeBy(UUID application, Caller caller) {
        var made = Applications.madeBy(caller);
        return ApplicationRow.count(
                        "from ApplicationRow a where a.id = :id and " + made.hql(), made.with("id", application))
                .map(count -> count == 1);
    }

    /** By which delegation that holds the caller may have the receipt of what they applied for themselves. */
    public Uni<Optional<UUID>> delegation(UUID application, AccessScope scope) {
        return ApplicationRow.<ApplicationRow>findById(application)
                .chain(row -> delegates.whoDid(row.personId, row.delegationId, scope, Purpose.ENROLL));
    }

    /** The one with this code. Whoever holds the paper has the code, which cannot be guessed. */
    public Uni<Optional<Receipt>> findByCode(String code) {
        return ApplicationRow.<ApplicationRow>find("verificationCode = ?1 and outcome = ?2", code, Outcome.ACCEPTED)
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(Receipts::receipt));
    }

    private static Receipt receipt(ApplicationRow row) {
        return new Receipt(
                row.personId,
                row.receiptNumber,
                row.verificationCode,
                row.scheme,
                new Place(row.place),
                row.category,
                requireNonNull(row.ground),
                YearMonth.from(requireNonNull(row.fromMonth)),
                row.decidedOn);
    }
}
