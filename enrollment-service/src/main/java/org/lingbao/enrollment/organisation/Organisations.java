package org.lingbao.enrollment.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.organisation.domain.Level;
import org.lingbao.enrollment.organisation.domain.OrganisationCode;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.rules.value.Place;

/** The tree, for the other features; asked before their transactions. */
@ApplicationScoped
public class Organisations {
    private static final String SEAT = "select county_of($1, $2) as county";

    private static final String WITHIN = """
            select ($2::text is null or lies_in($1, $2, $3))
               and exists (select from organisation where code = $1 and holds(valid_from, valid_to, $3)) as is_so""";

    private final Pool pool;

    Organisations(Pool pool) {
        this.pool = pool;
    }

    /** The code that is written; empty where nothing is, or what is formed like none. */
    public static Optional<OrganisationCode> read(@Nullable String written) {
        try {
            return Optional.ofNullable(written).map(OrganisationCode::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where it is on that day; empty where there is none. A code of six digits is its own place, in the tree or not. */
    public Uni<Optional<Seat>> seat(OrganisationCode code, LocalDate on) {
        if (code.level().compareTo(Level.COUNTY) <= 0) {
            return Uni.createFrom().item(Optional.of(new Seat(code, new Place(code.code()))));
        }
        return pool.preparedQuery(SEAT)
                .execute(Tuple.of(code.code(), on))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getString("county"))
                        .map(county -> new Seat(code, new Place(county))));
    }

    /** Whether the caller may see what concerns an organisation that is in the tree today: a clerk within the own subtree. */
    public Uni<Boolean> isWithin(Caller caller, OrganisationCode code, LocalDate today) {
        return switch (caller.scope()) {
            case AccessScope.Subtree area -> is(WITHIN, Tuple.of(code.code(), area.prefix(), today));
            case AccessScope.Everything() -> is(WITHIN, Tuple.of(code.code(), null, today));
            default -> Uni.createFrom().item(false);
        };
    }

    private Uni<Boolean> is(String question, Tuple values) {
        return pool.preparedQuery(question)
                .execute(values)
                .map(rows -> rows.iterator().next().getBoolean("is_so"));
    }
}
