package org.lingbao.enrollment.joining;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.person.Delegates;
import org.lingbao.enrollment.person.Delegates.Reached;
import org.lingbao.enrollment.person.Purpose;
import org.lingbao.enrollment.person.Visible;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;

/** Lists a person's applications to whoever may see them one by one: all, to a delegate those that they made. */
@ApplicationScoped
class ListEnrollments {
    private static final String OF_PERSON =
            "(a.personId = :person or a.personId in (select merged.id from PersonRow merged where merged.survivorId = :person))";

    private final Delegates delegates;
    private final Audit audit;
    private final BusinessDay day;

    ListEnrollments(Delegates delegates, Audit audit, BusinessDay day) {
        this.delegates = delegates;
        this.audit = audit;
        this.day = day;
    }

    /** @param after the last one of the page before; empty where the caller may neither see the person nor act for them */
    @WithTransaction
    public Uni<Optional<EnrollmentsView>> of(Caller caller, UUID personId, @Nullable UUID after, int most) {
        return delegates
                .find(personId, caller.scope(), Purpose.ENROLL)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : audited(caller, personId, found.get())
                                .chain(() -> within(caller, found.get()))
                                .chain(within -> rows(personId, within, after, most + 1))
                                .map(rows -> Optional.of(EnrollmentsView.of(rows, most))));
    }

    private Uni<Visible> within(Caller caller, Reached reached) {
        var by = reached.delegation();
        return by == null
                ? Uni.createFrom().item(Visible.to(caller.scope(), "a.personId", day.today()))
                : delegates
                        .ofSameDelegate(by)
                        .map(theirs -> new Visible("a.delegationId in :scopeTheirs", Map.of("scopeTheirs", theirs)));
    }

    private static Uni<List<ApplicationRow>> rows(UUID person, Visible within, @Nullable UUID after, int most) {
        var parameters = new HashMap<>(within.with("person", person));
        if (after != null) {
            parameters.put("after", after);
        }
        return ApplicationRow.<ApplicationRow>find(
                        "from ApplicationRow a where " + OF_PERSON + " and " + within.hql()
                                + (after == null ? "" : " and a.id < :after") + " order by a.id desc",
                        parameters)
                .page(0, most)
                .list();
    }

    private Uni<Void> audited(Caller caller, UUID personId, Reached reached) {
        var by = reached.delegation();
        return by == null && caller.scope() instanceof AccessScope.Own
                ? Uni.createFrom().voidItem()
                : audit.record(new Audit.Entry(
                        caller,
                        "enrollments.view",
                        personId,
                        by == null ? "served by the agency" : "by delegation " + by));
    }
}
