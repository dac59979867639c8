package org.lingbao.matching.gig;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.matching.employer.Owner;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.Caller;

/** Shows gigs, and closes them. */
@ApplicationScoped
class Gigs {
    /** How many a page shows at most, and unless less are asked for. */
    static final int PAGE = 50;

    private static final String BY_ID =
            "select %s from gig g join employer o using (employer_id) where g.gig_id = any ($1)"
                    .formatted(GigView.COLUMNS);

    private static final String OWN = """
            select %s from gig g join employer o using (employer_id)
            where %s and (cast($1 as uuid) is null or g.gig_id < $1) order by g.gig_id desc limit $2""".formatted(GigView.COLUMNS, Owner.condition("o", 3));

    private static final String CLOSE = """
            update gig g set closed_on = coalesce(closed_on, $2) from employer o
            where g.gig_id = $1 and o.employer_id = g.employer_id and %s""".formatted(Owner.condition("o", 3));

    private final Pool pool;
    private final BusinessDay day;

    Gigs(Pool pool, BusinessDay day) {
        this.pool = pool;
        this.day = day;
    }

    Uni<Optional<GigView>> one(UUID gig) {
        return one(pool, gig);
    }

    Uni<Optional<GigView>> one(SqlClient client, UUID gig) {
        return byId(client, List.of(new GigSearch.Hit(gig, null)))
                .map(found -> found.stream().findFirst());
    }

    /** What a search found, in its order. */
    Uni<List<GigView>> of(List<GigSearch.Hit> hits) {
        return byId(pool, hits);
    }

    private Uni<List<GigView>> byId(SqlClient client, List<GigSearch.Hit> hits) {
        var ids = hits.stream().map(GigSearch.Hit::gig).toArray(UUID[]::new);
        Map<UUID, Optional<Integer>> distances =
                hits.stream().collect(Collectors.toMap(GigSearch.Hit::gig, hit -> Optional.ofNullable(hit.metres())));
        return client.preparedQuery(BY_ID)
                .execute(Tuple.of((Object) ids))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> GigView.of(row, day.today(), distance(distances, row.getUUID("gig_id"))))
                        .collect(Collectors.toMap(GigView::gigId, view -> view)))
                .map(views -> hits.stream()
                        .map(hit -> Optional.ofNullable(views.get(hit.gig())))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static @Nullable Integer distance(Map<UUID, Optional<Integer>> distances, UUID gig) {
        return distances.getOrDefault(gig, Optional.empty()).orElse(null);
    }

    /** The caller's, the latest first. */
    Uni<GigView.Page> own(Caller caller, @Nullable UUID after, int most) {
        return pool.preparedQuery(OWN)
                .execute(Owner.of(caller).addTo(Tuple.tuple().addUUID(after).addInteger(most + 1)))
                .map(rows -> {
                    var views = StreamSupport.stream(rows.spliterator(), false)
                            .limit(most)
                            .map(row -> GigView.of(row, day.today(), null))
                            .toList();
                    var next = rows.size() > most ? views.getLast().gigId().toString() : null;
                    return new GigView.Page(views, next);
                });
    }

    /** Nobody accepts it any more; who accepted it stays. Nothing, where it is not the caller's. */
    Uni<Optional<GigView>> close(Caller caller, UUID gig) {
        return pool.preparedQuery(CLOSE)
                .execute(Owner.of(caller).addTo(Tuple.of(gig, day.today())))
                .chain(closed -> closed.rowCount() == 0 ? Uni.createFrom().item(Optional.empty()) : one(gig));
    }
}
