package org.lingbao.matching.inn;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.matching.wire.Cursor;
import org.lingbao.matching.wire.Position;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.rules.value.Place;

/** Opens, changes and finds inns. */
@ApplicationScoped
class Inns {
    /** How many a page shows at most, and unless less are asked for. */
    static final int PAGE = 50;

    private static final String INSERT = """
            insert into inn (inn_id, name, place, address, lat_micro, lon_micro, opens, closes, opened_on)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";

    private static final String UPDATE = """
            update inn set name = $2, place = $3, address = $4, lat_micro = $5, lon_micro = $6, opens = $7, closes = $8
            where inn_id = $1 and (cast($9 as text) is null or starts_with(place, $9))""";

    private static final String FIND = """
            select * from (
                select i.*, case when $1 = 0 then 0 else distance_m(i.lat_micro, i.lon_micro, $2, $3) end as metres
                from inn i
                where ($1 = 0 or point(i.lon_micro, i.lat_micro) <@ around($2, $3, $1))
                  and (cast($4 as text) is null or starts_with(i.place, $4))) near
            where ($1 = 0 or metres <= $1)
              and (cast($5 as integer) is null or (metres, inn_id) > ($5, cast($6 as uuid)))
            order by metres, inn_id limit $7""";

    private static final String ONE = "select * from inn where inn_id = $1";

    private final Pool pool;
    private final Idempotency idempotency;
    private final Audit audit;
    private final BusinessDay day;

    Inns(Pool pool, Idempotency idempotency, Audit audit, BusinessDay day) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.audit = audit;
        this.day = day;
    }

    /** @param near nearest first, within the radius; null: wherever */
    record Wanted(
            @Nullable Position near,
            int radiusMetres,
            @Nullable Place place,
            @Nullable Cursor after,
            int most) {}

    Uni<Answer> open(Caller caller, IdempotencyKey key, Inn inn) {
        refuseOutside(caller, inn.place());
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                key,
                () -> write(transaction, INSERT, columns(inn).addLocalDate(day.today()))
                        .chain(() -> audited(transaction, caller, "inn.open"))
                        .replaceWith(Answer.created("/inns/" + inn.id(), InnView.of(inn)))));
    }

    /** It must be in the caller's area before and after. */
    Uni<InnView> change(Caller caller, Inn inn) {
        refuseOutside(caller, inn.place());
        return pool.withTransaction(transaction -> write(
                        transaction, UPDATE, columns(inn).addString(areaOf(caller)))
                .invoke(changed -> {
                    if (changed == 0) {
                        throw new ProblemException(Problem.notFound());
                    }
                })
                .chain(() -> audited(transaction, caller, "inn.change"))
                .replaceWith(InnView.of(inn)));
    }

    private static @Nullable String areaOf(Caller caller) {
        return switch (caller.scope()) {
            case AccessScope.Subtree area -> area.prefix();
            case AccessScope.Everything() -> null;
            default -> throw new ProblemException(Problem.notFound());
        };
    }

    private static void refuseOutside(Caller caller, Place place) {
        var area = areaOf(caller);
        if (area != null && !place.code().startsWith(area)) {
            throw new ProblemException(Problem.notFound());
        }
    }

    private static Tuple columns(Inn inn) {
        return Tuple.from(Arrays.asList(
                inn.id(),
                inn.name(),
                inn.place().code(),
                inn.address(),
                inn.position().latMicro(),
                inn.position().lonMicro(),
                inn.opens(),
                inn.closes()));
    }

    private static Uni<Integer> write(SqlConnection transaction, String statement, Tuple values) {
        return transaction.preparedQuery(statement).execute(values).map(RowSet::rowCount);
    }

    private Uni<Void> audited(SqlConnection transaction, Caller caller, String action) {
        return audit.record(transaction, Audit.Entry.ofNobody(caller, action, "runs the inns"));
    }

    Uni<InnView.Page> find(Wanted wanted) {
        var near = wanted.near();
        var place = wanted.place();
        var after = wanted.after();
        return pool.preparedQuery(FIND)
                .execute(Tuple.from(Arrays.asList(
                        near == null ? 0 : wanted.radiusMetres(),
                        near == null ? 0 : near.latMicro(),
                        near == null ? 0 : near.lonMicro(),
                        place == null ? null : new AccessScope.Subtree(place.code()).prefix(),
                        after == null ? null : after.keys().getFirst(),
                        after == null ? null : after.id(),
                        wanted.most() + 1)))
                .map(rows -> page(rows, near != null, wanted.most()));
    }

    private static InnView.Page page(RowSet<Row> rows, boolean measured, int most) {
        var found = StreamSupport.stream(rows.spliterator(), false).limit(most).toList();
        var inns = found.stream()
                .map(row -> InnView.of(row, measured ? row.getInteger("metres") : null))
                .toList();
        return new InnView.Page(inns, rows.size() > most ? cursor(found.getLast()) : null);
    }

    private static String cursor(Row last) {
        return new Cursor(List.of(last.getInteger("metres")), last.getUUID("inn_id")).text();
    }

    Uni<Optional<InnView>> one(UUID inn) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(inn))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> InnView.of(row, null))
                        .findFirst());
    }
}
