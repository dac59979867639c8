package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.standing.domain.EmploymentId;
import org.lingbao.enrollment.standing.domain.Fold;
import org.lingbao.rules.employment.EmployedMonths;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.value.Scheme;

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
        return employment.withdrawnOn() == null
                ? reckoned(transaction, employment)
                : Uni.createFrom().item(view(employment, null));
    }

    private Uni<EmploymentView> reckoned(SqlConnection transaction, EmploymentRows.Kept employment) {
        var person = employment.person();
        var id = new EmploymentId(employment.id());
        var asEmployee = employment.schemes().contains(Scheme.EMPLOYEE);
        var scheme = asEmployee ? Scheme.EMPLOYEE : Scheme.INJURY;
        return rows.relations(transaction, person, scheme)
                .chain(relations -> rows.facts(transaction, person, scheme, relations))
                .map(facts -> asEmployee ? Fold.monthsOf(id, facts) : Fold.injuryMonthsOf(id, facts))
                .map(months -> view(employment, months));
    }

    private static EmploymentView view(EmploymentRows.Kept employment, @Nullable Explained<EmployedMonths> months) {
        var own = months == null || months.value().isEmpty() ? null : months.value();
        return new EmploymentView(
                employment.id(),
                employment.place(),
                employment.startsOn(),
                employment.endedOn(),
                own == null ? null : own.from(),
                own == null ? null : own.to(),
                employment.withdrawnOn(),
                employment.schemes().stream().map(Scheme::name).sorted().toList(),
                employment.partTime(),
                months == null ? null : months.trace());
    }
}
