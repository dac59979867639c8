package org.lingbao.enrollment.signal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.organisation.Organisations;
import org.lingbao.enrollment.organisation.domain.OrganisationCode;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;

/** Shows the signals of a subtree as the tree is today. What is not the caller's is not there. */
@ApplicationScoped
class ShowSignals {
    private static final int MOST_ENROLLMENTS = 500;

    private final Pool pool;
    private final Organisations organisations;
    private final SignalRows rows;
    private final BusinessDay day;

    ShowSignals(Pool pool, Organisations organisations, SignalRows rows, BusinessDay day) {
        this.pool = pool;
        this.organisations = organisations;
        this.rows = rows;
        this.day = day;
    }

    /** @param after the last one seen */
    record Wanted(
            OrganisationCode area,
            Optional<Behind> kind,
            Optional<SignalView.Review> state,
            @Nullable UUID after,
            int most) {}

    /** Empty where there is no such area today, or it is not the caller's. */
    Uni<Optional<SignalView.Signals>> list(Caller caller, Wanted wanted) {
        var today = day.today();
        var values = Tuple.tuple()
                .addString(wanted.area().code())
                .addLocalDate(today)
                .addString(wanted.kind().map(Behind::name).orElse(null))
                .addString(wanted.state().map(SignalView.Review::name).orElse(null))
                .addUUID(wanted.after())
                .addInteger(wanted.most() + 1);
        return organisations
                .isWithin(caller, wanted.area(), today)
                .chain(within -> within
                        ? pool.preparedQuery(SignalSql.LIST)
                                .execute(values)
                                .map(found -> Optional.of(page(all(found, rows::view), wanted.most())))
                        : Uni.createFrom().item(Optional.empty()));
    }

    private static SignalView.Signals page(List<SignalView> found, int most) {
        return new SignalView.Signals(
                found.stream().limit(most).toList(),
                found.size() > most ? found.get(most - 1).signalId() : null);
    }

    /** With the enrollments that it is about. */
    Uni<Optional<SignalView.Evidence>> open(Caller caller, UUID signal) {
        return switch (caller.scope()) {
            case AccessScope.Subtree area -> open(signal, area.prefix());
            case AccessScope.Everything() -> open(signal, (String) null);
            default -> Uni.createFrom().item(Optional.empty());
        };
    }

    private Uni<Optional<SignalView.Evidence>> open(UUID signal, @Nullable String stem) {
        return pool.preparedQuery(SignalSql.FIND)
                .execute(Tuple.of(signal, stem, day.today()))
                .chain(found -> found.size() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : evidence(rows.view(found.iterator().next())).map(Optional::of));
    }

    private Uni<SignalView.Evidence> evidence(SignalView signal) {
        return pool.preparedQuery(SignalSql.ENROLLMENTS)
                .execute(Tuple.of(signal.signalId(), MOST_ENROLLMENTS + 1))
                .map(found -> all(found, row -> row.getUUID("application_id")))
                .map(ids -> new SignalView.Evidence(
                        signal, ids.stream().limit(MOST_ENROLLMENTS).toList(), ids.size() <= MOST_ENROLLMENTS));
    }

    private static <T> List<T> all(RowSet<Row> found, Function<Row, T> read) {
        return StreamSupport.stream(found.spliterator(), false).map(read).toList();
    }
}
