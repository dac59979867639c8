package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.person.Purpose;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.Caller;
import org.lingbao.rules.value.Scheme;

/** Shows all months of a person in a scheme. Where it is not the person who looks, the same transaction records who did. */
@ApplicationScoped
class ShowStanding {
    private final Pool pool;
    private final Sight sight;
    private final Reckoning reckoning;
    private final Audit audit;
    private final BusinessDay day;

    ShowStanding(Pool pool, Sight sight, Reckoning reckoning, Audit audit, BusinessDay day) {
        this.pool = pool;
        this.sight = sight;
        this.reckoning = reckoning;
        this.audit = audit;
        this.day = day;
    }

    /** 404 where the person may not be seen. */
    Uni<StandingView> of(Caller caller, UUID person, Scheme scheme) {
        return pool.withTransaction(transaction -> sight.person(transaction, caller.scope(), person, Purpose.VIEW)
                .chain(by -> audited(transaction, caller, person, by.orElse(null)))
                .chain(() -> reckoning.of(transaction, person, scheme))
                .map(now -> StandingView.of(person, scheme, now, day.today())));
    }

    private Uni<Void> audited(SqlConnection transaction, Caller caller, UUID person, @Nullable UUID delegation) {
        var why = Sight.why(caller, delegation);
        return why.isEmpty()
                ? Uni.createFrom().voidItem()
                : audit.record(transaction, new Audit.Entry(caller, "standing.view", person, why.get()));
    }
}
