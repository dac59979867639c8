package org.lingbao.matching.gig;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.lingbao.matching.gig.domain.Grams;
import org.lingbao.matching.wire.Cursor;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.AccessScope;

/**
 * By the pieces of its text in a GIN index and its position in a GiST index. The order: how many pieces of the question are
 * not in the gig, then the distance, then the day, then the id.
 */
@ApplicationScoped
class PostgresGigSearch implements GigSearch {
    private static final int KEYS = 3;

    private static final String FIND = """
            select * from (
                select g.gig_id, g.starts_on - date '2000-01-01' as start,
                       cardinality(cast($1 as text[])) - (select count(*)::integer from unnest($1) piece
                           where piece = any (g.grams)) as missing,
                       case when $2 = 0 then 0 else distance_m(g.lat_micro, g.lon_micro, $3, $4) end as metres
                from gig g
                where g.closed_on is null and g.taken < g.headcount and g.ends_on >= $5 and g.starts_on >= $6
                  and (cardinality($1) = 0 or g.grams && $1)
                  and ($2 = 0 or point(g.lon_micro, g.lat_micro) <@ around($3, $4, $2))
                  and (cast($7 as text) is null or starts_with(g.place, $7))
                  and (cast($8 as text) is null or $8 = any (g.occupations))) fitting
            where ($2 = 0 or metres <= $2)
              and (cast($9 as integer) is null or (missing, metres, start, gig_id) > ($9, $10, $11, cast($12 as uuid)))
            order by missing, metres, start, gig_id limit $13""";

    private final Pool pool;
    private final BusinessDay day;

    PostgresGigSearch(Pool pool, BusinessDay day) {
        this.pool = pool;
        this.day = day;
    }

    @Override
    public void check(String cursor) {
        var unused = Cursor.read(cursor, KEYS);
    }

    @Override
    public Uni<Found> find(Wanted wanted) {
        return pool.preparedQuery(FIND).execute(parameters(wanted)).map(rows -> found(rows, wanted));
    }

    private Tuple parameters(Wanted wanted) {
        var near = wanted.near();
        var place = wanted.place();
        var text = wanted.text();
        var after = wanted.after() == null ? null : Cursor.read(wanted.after(), KEYS);
        return Tuple.from(Arrays.asList(
                text == null ? new String[0] : Grams.ofQuestion(text).toArray(),
                near == null ? 0 : wanted.radiusMetres(),
                near == null ? 0 : near.latMicro(),
                near == null ? 0 : near.lonMicro(),
                day.today(),
                wanted.startsFrom(),
                place == null ? null : new AccessScope.Subtree(place.code()).prefix(),
                wanted.occupation(),
                after == null ? null : after.keys().get(0),
                after == null ? null : after.keys().get(1),
                after == null ? null : after.keys().get(2),
                after == null ? null : after.id(),
                wanted.most() + 1));
    }

    private static Found found(RowSet<Row> rows, Wanted wanted) {
        var shown = StreamSupport.stream(rows.spliterator(), false)
                .limit(wanted.most())
                .toList();
        var hits = shown.stream()
                .map(row -> new Hit(row.getUUID("gig_id"), wanted.near() == null ? null : row.getInteger("metres")))
                .toList();
        return new Found(hits, rows.size() > wanted.most() ? cursor(shown.getLast()) : null);
    }

    private static String cursor(Row last) {
        var keys = List.of(last.getInteger("missing"), last.getInteger("metres"), last.getInteger("start"));
        return new Cursor(keys, last.getUUID("gig_id")).text();
    }
}
