package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.lingbao.enrollment.standing.domain.EmploymentId;
import org.lingbao.enrollment.standing.domain.Fold;

/** Shows an employment to its employer. */
@ApplicationScoped
class ShowEmployment {
    private final Pool pool;
    private final EmploymentRows employments;
    private final StandingRows rows;

    ShowEmployment(Pool pool, EmploymentRows employments, StandingRows rows) {
        this.pool = pool;
        this.employments = employments;
        this.rows = rows;
    }

    /** Nothing where it is another employer's, or there is none. */
    Uni<Optional<EmploymentView>> of(Employer employer, UUID id) {
        return pool.withTransaction(transaction -> employments
                .find(transaction, id, employer.code().code())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : view(transaction, found.get()).map(Optional::of)));
    }

    Uni<EmploymentView> view(SqlConnection transaction, EmploymentRows.Kept employment) {
        return rows.relations(transaction, employment.person())
                .chain(relations -> rows.facts(transaction, employment.person(), relations))
                .map(facts -> {
                    var months = Fold.monthsOf(new EmploymentId(employment.id()), facts);
                    var none = months.value().isEmpty();
                    return new EmploymentView(
                            employment.id(),
                            employment.place(),
                            employment.startsOn(),
                            employment.endedOn(),
                            none ? null : months.value().from(),
                            none ? null : months.value().to(),
                            months.trace());
                });
    }
}
