package org.lingbao.enrollment.consent;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.Acts;
import org.lingbao.enrollment.person.People;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;

/** Lists a person's consents to whoever may see the person: to what they agreed, when, through whom, and until when. */
@ApplicationScoped
class ListConsents {
    private static final String OF_PERSON =
            "(c.personId = :person or c.personId in (select merged.id from PersonRow merged where merged.survivorId = :person))";

    private final People people;
    private final Acts acts;
    private final Audit audit;

    ListConsents(People people, Acts acts, Audit audit) {
        this.people = people;
        this.acts = acts;
        this.audit = audit;
    }

    /** @param after the last one of the page before; empty where the caller may not see the person */
    @WithTransaction
    public Uni<Optional<ConsentsView>> of(Caller caller, UUID personId, @Nullable UUID after, int most) {
        return people.find(personId, caller.scope())
                .chain(person -> person.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : audited(caller, personId)
                                .chain(() -> rows(personId, after, most + 1))
                                .chain(rows -> page(rows, most))
                                .map(Optional::of));
    }

    private Uni<ConsentsView> page(List<ConsentRow> rows, int most) {
        var ids = rows.stream().map(row -> row.id).toList();
        return acts.of(Acts.Of.CONSENT_GRANTED, ids)
                .chain(granted -> acts.of(Acts.Of.CONSENT_REVOKED, ids)
                        .map(ended -> ConsentsView.of(rows, granted, ended, most)));
    }

    private static Uni<List<ConsentRow>> rows(UUID person, @Nullable UUID after, int most) {
        var parameters = new HashMap<String, Object>(Map.of("person", person));
        if (after != null) {
            parameters.put("after", after);
        }
        return ConsentRow.<ConsentRow>find(
                        "from ConsentRow c where " + OF_PERSON + (after == null ? "" : " and c.id < :after")
                                + " order by c.id desc",
                        parameters)
                .page(0, most)
                .list();
    }

    private Uni<Void> audited(Caller caller, UUID personId) {
        return caller.scope() instanceof AccessScope.Own
                ? Uni.createFrom().voidItem()
                : audit.record(new Audit.Entry(caller, "consents.view", personId, "served by the agency"));
    }
}
