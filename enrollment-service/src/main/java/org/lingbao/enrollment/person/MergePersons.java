package org.lingbao.enrollment.person;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.lingbao.platform.outbox.Outbox;

/**
 * Lets a person be another from now on (合并). Both rows stay with what was recorded under them; who is merged points to the
 * survivor, never to another who is merged, so that there is no chain and no circle. It joins the transaction of the connection it is
 * given.
 */
@ApplicationScoped
public class MergePersons {
    /** One merge at a time: of two at once the second sees what the first did, whichever persons they are about. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('person-merge', 0))";

    private static final String SURVIVORS = """
            select p.id, survivor_of(p.id) as survivor_id from person p where p.id in ($1, $2)""";

    /** In one order, whoever asks; before anything that they lock next. */
    private static final String LOCK = "select from person where id in ($1, $2) order by id for update";

    private static final String POINT = """
            update person set survivor_id = $2, merged_on = case when id = $1 then $3 else merged_on end
            where id = $1 or survivor_id = $1""";

    /** What an employer did not know of the survivor, the other registration may have told. */
    private static final String COMPLETE = """
            update person s set phone = coalesce(s.phone, m.phone), phone_index = coalesce(s.phone_index, m.phone_index),
                                hukou = coalesce(s.hukou, m.hukou), community = coalesce(s.community, m.community)
            from person m where s.id = $2 and m.id = $1
              and (s.phone is null and m.phone is not null or s.hukou is null and m.hukou is not null
                   or s.community is null and m.community is not null)""";

    private static final String LOGINS = """
            update login set person_id = $2, first_person_id = coalesce(first_person_id, person_id) where person_id = $1""";

    private static final String AREAS = """
            insert into person_area (person_id, place, because)
            select $2, place, because from person_area where person_id = $1
            on conflict do nothing returning county_of(place, $3) as county""";

    private final Outbox outbox;

    MergePersons(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Who two persons are today, both locked.
     *
     * @param first who the first one is: itself, or into whom it was merged
     */
    public record Today(UUID first, UUID second) {
        public boolean areOne() {
            return first.equals(second);
        }
    }

    /** Nobody else merges anybody, or decides about these, until the transaction ends. */
    public Uni<Today> lock(SqlConnection transaction, UUID first, UUID second) {
        return transaction
                .query(ALONE)
                .execute()
                .chain(() -> transaction.preparedQuery(SURVIVORS).execute(Tuple.of(first, second)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .map(rows -> new Today(survivor(rows, first), survivor(rows, second)))
                .call(today -> transaction.preparedQuery(LOCK).execute(Tuple.of(today.first(), today.second())));
    }

    private static UUID survivor(List<Row> rows, UUID person) {
        return rows.stream()
                .filter(row -> row.getUUID("id").equals(person))
                .map(row -> row.getUUID("survivor_id"))
                .findFirst()
                .orElseThrow();
    }

    /** The caller holds the locks; neither of them is merged. */
    public Uni<Void> merge(SqlConnection transaction, UUID merged, UUID survivor, LocalDate on) {
        var both = Tuple.of(merged, survivor);
        return transaction
                .preparedQuery(COMPLETE)
                .execute(both)
                .chain(() -> transaction.preparedQuery(POINT).execute(Tuple.of(merged, survivor, on)))
                .chain(() -> transaction.preparedQuery(LOGINS).execute(both))
                .chain(() -> transaction.preparedQuery(AREAS).execute(Tuple.of(merged, survivor, on)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("county"))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .chain(counties -> tellAreas(transaction, survivor, counties))
                .chain(() -> outbox.append(
                        transaction, PersonMergedV1.TYPE, merged, new PersonMergedV1(merged, survivor, on)));
    }

    private Uni<Void> tellAreas(SqlConnection transaction, UUID survivor, List<String> counties) {
        return Multi.createFrom()
                .iterable(counties)
                .onItem()
                .transformToUniAndConcatenate(county -> outbox.append(
                        transaction, PersonAreaAddedV1.TYPE, survivor, new PersonAreaAddedV1(survivor, county)))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
