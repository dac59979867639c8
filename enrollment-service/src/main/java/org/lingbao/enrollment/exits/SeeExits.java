package org.lingbao.enrollment.exits;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.Acts;
import org.lingbao.enrollment.channel.Assistance;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.person.People;
import org.lingbao.enrollment.person.Visible;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Keeps that the person has seen what was shown. Doing it again changes nothing: the first acknowledgement stands. */
@ApplicationScoped
class SeeExits {
    private final People people;
    private final ShownExits exits;
    private final Assistance assistance;
    private final Acts acts;
    private final BusinessDay day;

    SeeExits(People people, ShownExits exits, Assistance assistance, Acts acts, BusinessDay day) {
        this.people = people;
        this.exits = exits;
        this.assistance = assistance;
        this.acts = acts;
        this.day = day;
    }

    /** Nothing where there is no such application, it is not to be seen, or it showed no exits. */
    @WithTransaction
    public Uni<Optional<ExitsView>> handle(Via via, UUID application, int version) {
        var scope = via.caller().scope();
        var visible = Visible.to(scope, "x.personId", day.today());
        return ExitsShownRow.<ExitsShownRow>find(
                        "from ExitsShownRow x where x.applicationId = :id and " + visible.hql(),
                        visible.with("id", application))
                .firstResult()
                .chain(shown -> shown == null
                        ? Uni.createFrom().item(Optional.empty())
                        : people.lock(shown.personId, scope)
                                .chain(() -> ExitsSeenRow.<ExitsSeenRow>findById(application))
                                .chain(seen -> seen(via, shown, seen, version))
                                .map(seen -> Optional.of(exits.view(shown, seen))));
    }

    private Uni<ExitsSeenRow> seen(Via via, ExitsShownRow shown, @Nullable ExitsSeenRow before, int version) {
        assistance.refuseUnconfirmed(via);
        if (version != shown.version) {
            throw new ProblemException(Problem.malformed(new Violation("EXITS_NOT_SHOWN")
                    .with("version", version)
                    .with("shown", shown.version)
                    .at("/version")));
        }
        if (before != null) {
            return Uni.createFrom().item(before);
        }
        var row = new ExitsSeenRow();
        row.applicationId = shown.applicationId;
        row.version = version;
        row.seenOn = day.today();
        return row.<ExitsSeenRow>persist()
                .call(() -> acts.keep(Acts.Of.EXITS_SEEN, shown.applicationId, shown.personId, via));
    }
}
