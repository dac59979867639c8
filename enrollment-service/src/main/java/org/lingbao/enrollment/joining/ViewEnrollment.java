package org.lingbao.enrollment.joining;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.lingbao.enrollment.exits.ShownExits;
import org.lingbao.enrollment.person.Delegates;
import org.lingbao.enrollment.person.Purpose;
import org.lingbao.enrollment.person.Visible;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;

/** Shows applications to those who may see the person, and to a delegate or a bank's terminal what they applied for. */
@ApplicationScoped
class ViewEnrollment {
    private final Delegates delegates;
    private final ShownExits exits;
    private final EnrollmentWords words;
    private final Audit audit;
    private final BusinessDay day;

    ViewEnrollment(Delegates delegates, ShownExits exits, EnrollmentWords words, Audit audit, BusinessDay day) {
        this.delegates = delegates;
        this.exits = exits;
        this.words = words;
        this.audit = audit;
        this.day = day;
    }

    @WithTransaction
    public Uni<Optional<EnrollmentView>> byId(Caller caller, UUID id) {
        var visible = caller.scope() instanceof AccessScope.Partner
                ? Applications.madeBy(caller)
                : Visible.to(caller.scope(), "a.personId", day.today());
        return ApplicationRow.<ApplicationRow>find(
                        "from ApplicationRow a where a.id = :id and " + visible.hql(), visible.with("id", id))
                .firstResult()
                .map(Optional::ofNullable)
                .call(found -> found.isEmpty() || caller.scope() instanceof AccessScope.Own
                        ? Uni.createFrom().voidItem()
                        : audited(caller, found.get(), why(caller)))
                .chain(found -> found.isPresent() ? Uni.createFrom().item(found) : toDelegate(caller, id))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : exits.of(found.get().id)
                                .map(shown -> Optional.of(words.view(found.get(), shown.orElse(null)))));
    }

    /** Only what they did themselves: that, the answer has told them already. */
    private Uni<Optional<ApplicationRow>> toDelegate(Caller caller, UUID id) {
        return ApplicationRow.<ApplicationRow>findById(id)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : delegates
                                .whoDid(row.personId, row.delegationId, caller.scope(), Purpose.ENROLL)
                                .call(by -> by.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : audited(caller, row, "by delegation " + by.get()))
                                .map(by -> by.map(_ -> row)));
    }

    private static String why(Caller caller) {
        return caller.scope() instanceof AccessScope.Partner
                ? "served at a terminal of the bank"
                : "served by the agency";
    }

    private Uni<Void> audited(Caller caller, ApplicationRow row, String why) {
        return audit.record(new Audit.Entry(caller, "enrollment.view", row.personId, why));
    }
}
