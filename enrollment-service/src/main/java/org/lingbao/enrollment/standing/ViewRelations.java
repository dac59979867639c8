package org.lingbao.enrollment.standing;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.person.Delegates;
import org.lingbao.enrollment.person.Purpose;
import org.lingbao.enrollment.person.Visible;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;

/** Shows a person's relations. Where it is not the person who looks, the same transaction records who did. */
@ApplicationScoped
class ViewRelations {
    /** Those that were recorded under a merged number, too. */
    private static final String OF_PERSON = "(r.personId = :person"
            + " or r.personId in (select merged.id from PersonRow merged where merged.survivorId = :person))";

    private final Delegates delegates;
    private final Audit audit;
    private final BusinessDay day;

    ViewRelations(Delegates delegates, Audit audit, BusinessDay day) {
        this.delegates = delegates;
        this.audit = audit;
        this.day = day;
    }

    /** All of which a month is left, the ended ones too, in the order of their months; nothing where the person may not be seen. */
    @WithTransaction
    public Uni<Optional<List<RelationView>>> of(Caller caller, UUID personId) {
        return delegates
                .find(personId, caller.scope(), Purpose.VIEW)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : audited(caller, personId, found.get().delegation())
                                .chain(() -> relations(found.get().within(caller.scope()), personId))
                                .map(Optional::of));
    }

    private Uni<List<RelationView>> relations(AccessScope scope, UUID personId) {
        var visible = Visible.to(scope, "r.personId", day.today());
        return RelationRow.<RelationRow>list(
                        "from RelationRow r where " + OF_PERSON
                                + " and (r.toMonth is null or r.toMonth >= r.fromMonth) and " + visible.hql()
                                + " order by r.fromMonth, r.id",
                        visible.with("person", personId))
                .map(rows -> rows.stream().map(RelationView::of).toList());
    }

    private Uni<Void> audited(Caller caller, UUID personId, @Nullable UUID delegation) {
        var why = Sight.why(caller, delegation);
        return why.isEmpty()
                ? Uni.createFrom().voidItem()
                : audit.record(new Audit.Entry(caller, "relations.view", personId, why.get()));
    }
}
