package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.lingbao.enrollment.standing.domain.Facts;
import org.lingbao.enrollment.standing.domain.Fold;
import org.lingbao.enrollment.standing.domain.Riding;
import org.lingbao.enrollment.standing.domain.Stretch;
import org.lingbao.rules.value.Scheme;

/** What a person's relations in a scheme come to by all facts, on the connection of a running transaction. */
@ApplicationScoped
class Reckoning {
    private final StandingRows rows;

    Reckoning(StandingRows rows) {
        this.rows = rows;
    }

    /**
     * @param pension what they ride on; empty where they stand by themselves
     */
    record Reckoned(Facts facts, List<Stretch> stretches, List<Stretch> pension) {
        Reckoned {
            stretches = List.copyOf(stretches);
            pension = List.copyOf(pension);
        }
    }

    Uni<Reckoned> of(SqlConnection transaction, UUID person, Scheme scheme) {
        return rows.relations(transaction, person, scheme).chain(lines -> of(transaction, person, scheme, lines));
    }

    /** @param lines the relations as they stand written */
    Uni<Reckoned> of(SqlConnection transaction, UUID person, Scheme scheme, List<Line> lines) {
        return rows.facts(transaction, person, scheme, lines).chain(facts -> switch (scheme) {
            case EMPLOYEE, RESIDENT -> Uni.createFrom().item(new Reckoned(facts, Fold.of(facts), List.of()));
            case INJURY -> Uni.createFrom().item(new Reckoned(facts, Fold.ofInjury(facts), List.of()));
            case MEDICAL -> riding(transaction, person, facts);
        });
    }

    /** Both are paid in one, so what is paid of the pension is paid of what rides on it. */
    private Uni<Reckoned> riding(SqlConnection transaction, UUID person, Facts facts) {
        return rows.relations(transaction, person, Scheme.EMPLOYEE)
                .chain(lines -> rows.facts(transaction, person, Scheme.EMPLOYEE, lines))
                .map(pension -> Riding.isRiding(facts, pension)
                        ? new Reckoned(
                                facts.with(facts.movedOut(), pension.paid()),
                                Riding.of(facts, pension),
                                Fold.of(pension))
                        : new Reckoned(facts, Fold.of(facts), List.of()));
    }
}
