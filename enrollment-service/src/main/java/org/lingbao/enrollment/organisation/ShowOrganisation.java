package org.lingbao.enrollment.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.organisation.OrganisationView.Held;
import org.lingbao.enrollment.organisation.OrganisationView.Line;
import org.lingbao.enrollment.organisation.domain.OrganisationCode;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;

/** Shows an organisation with its place in the tree of a day; a clerk sees the own subtree as it is today. */
@ApplicationScoped
class ShowOrganisation {
    private static final int MOST_CHILDREN = 500;

    private final Pool pool;
    private final OrganisationRows rows;
    private final BusinessDay day;

    ShowOrganisation(Pool pool, OrganisationRows rows, BusinessDay day) {
        this.pool = pool;
        this.rows = rows;
        this.day = day;
    }

    Uni<Optional<OrganisationView>> handle(Caller caller, OrganisationCode code, LocalDate on, @Nullable String after) {
        return switch (caller.scope()) {
            case AccessScope.Subtree area -> find(code, on, area.prefix(), after);
            case AccessScope.Everything() -> find(code, on, null, after);
            default -> Uni.createFrom().item(Optional.empty());
        };
    }

    private Uni<Optional<OrganisationView>> find(
            OrganisationCode code, LocalDate on, @Nullable String area, @Nullable String after) {
        return rows.history(pool, code, on, area, day.today())
                .chain(history -> history.stream()
                        .filter(Held::holds)
                        .findFirst()
                        .map(held -> view(held.line(), history, code, on, after).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<OrganisationView> view(
            Line own, List<Held> history, OrganisationCode code, LocalDate on, @Nullable String after) {
        return rows.above(pool, code, on)
                .chain(path -> rows.children(pool, code, on, after == null ? "" : after, MOST_CHILDREN + 1)
                        .map(children -> new OrganisationView(
                                own.code(),
                                own.level(),
                                own.name(),
                                on,
                                path,
                                children.stream().limit(MOST_CHILDREN).toList(),
                                children.size() > MOST_CHILDREN
                                        ? children.get(MOST_CHILDREN - 1).code()
                                        : null,
                                history.stream().map(Held::stay).toList())));
    }
}
