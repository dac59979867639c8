package org.lingbao.enrollment.joining;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.lingbao.enrollment.exits.ShownExits;
import org.lingbao.enrollment.joining.ApplicationRow.Outcome;
import org.lingbao.enrollment.person.People;
import org.lingbao.enrollment.person.Visible;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.rules.value.Place;

/** Shows applications: whole to those who may see the person, and to the public what the receipt itself says. */
@ApplicationScoped
class ViewEnrollment {
    private final People people;
    private final ShownExits exits;
    private final EnrollmentWords words;
    private final Audit audit;
    private final BusinessDay day;

    ViewEnrollment(People people, ShownExits exits, EnrollmentWords words, Audit audit, BusinessDay day) {
        this.people = people;
        this.exits = exits;
        this.words = words;
        this.audit = audit;
        this.day = day;
    }

    @WithTransaction
    public Uni<Optional<EnrollmentView>> byId(Caller caller, UUID id) {
        var visible = Visible.to(caller.scope(), "a.personId", day.today());
        return ApplicationRow.<ApplicationRow>find(
                        "from ApplicationRow a where a.id = :id and " + visible.hql(), visible.with("id", id))
                .firstResult()
                .map(Optional::ofNullable)
                .call(found -> found.isEmpty() || caller.scope() instanceof AccessScope.Own
                        ? Uni.createFrom().voidItem()
                        : audit.record(new Audit.Entry(
                                caller, "enrollment.view", found.get().personId, "served by the agency")))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : exits.of(found.get().id)
                                .map(shown -> Optional.of(words.view(found.get(), shown.orElse(null)))));
    }

    /**
     * What the receipt with this code says. Whoever holds the paper has the code, which cannot be guessed; so nobody's
     * scope is asked. Only accepted applications have a paper.
     */
    @WithTransaction
    public Uni<Optional<ReceiptView>> byVerificationCode(String code) {
        return ApplicationRow.<ApplicationRow>find("verificationCode = ?1 and outcome = ?2", code, Outcome.ACCEPTED)
                .firstResult()
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : people.find(row.personId, new AccessScope.Everything())
                                .map(person -> person.map(
                                        holder -> receipt(row, holder.name().masked()))));
    }

    private static ReceiptView receipt(ApplicationRow row, String maskedName) {
        return new ReceiptView(
                "ENROLLMENT_RECEIPT",
                row.receiptNumber,
                maskedName,
                row.scheme,
                row.place,
                new Place(row.place).name().orElse(null),
                row.fromMonth == null ? null : YearMonth.from(row.fromMonth),
                row.decidedOn);
    }
}
