package org.lingbao.enrollment.onething;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.Acts;
import org.lingbao.enrollment.person.Visible;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;

/** Shows an application for one thing to those who may see the person, and to a bank's terminal what it applied for. */
@ApplicationScoped
class ShowOneThing {
    private final OneThings things;
    private final Acts acts;
    private final Audit audit;
    private final BusinessDay day;

    ShowOneThing(OneThings things, Acts acts, Audit audit, BusinessDay day) {
        this.things = things;
        this.acts = acts;
        this.audit = audit;
        this.day = day;
    }

    @WithTransaction
    public Uni<Optional<OneThingView>> byId(Caller caller, UUID id) {
        return row(caller, id)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : audited(caller, row).chain(() -> things.view(row)).map(Optional::of));
    }

    private Uni<@Nullable OneThingRow> row(Caller caller, UUID id) {
        if (caller.scope() instanceof AccessScope.Partner) {
            return acts.did(Acts.Of.ONE_THING, id, caller)
                    .chain(did -> did
                            ? OneThingRow.<OneThingRow>findById(id)
                            : Uni.createFrom().<OneThingRow>nullItem());
        }
        var visible = Visible.to(caller.scope(), "t.personId", day.today());
        return OneThingRow.<OneThingRow>find(
                        "from OneThingRow t where t.id = :id and " + visible.hql(), visible.with("id", id))
                .firstResult();
    }

    private Uni<Void> audited(Caller caller, OneThingRow row) {
        return caller.scope() instanceof AccessScope.Own
                ? Uni.createFrom().voidItem()
                : audit.record(new Audit.Entry(caller, "one-thing.view", row.personId, why(caller)));
    }

    private static String why(Caller caller) {
        return caller.scope() instanceof AccessScope.Partner
                ? "served at a terminal of the bank"
                : "served by the agency";
    }
}
