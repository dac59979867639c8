package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.standing.domain.Relation;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.trace.Traces;

/** Opens many relations at once, for features that take files in. It joins the transaction of the connection it is given. */
@ApplicationScoped
public class Openings {
    private static final String PAYLOAD = """
            json_strip_nulls(json_build_object('relationId', id, 'personId', person_id, 'scheme', scheme, 'place', place,
                'standing', standing, 'from', to_char(from_month, 'YYYY-MM'), 'to', to_char(to_month, 'YYYY-MM'),
                'lastPayableMonth', to_char(last_payable_month, 'YYYY-MM'), 'openedOn', opened_on, 'channel', %s))::text""";

    /**
     * Whoever has a relation of the scheme in one of its months gets no other one; nor does who has died, or draws the pension. The two
     * pensions are one scheme here: nobody is in both at once. Of several the first is opened.
     */
    private static final String OPEN = """
            with given as materialized (
                select g.*, case when g.scheme in ('EMPLOYEE', 'RESIDENT') then 'PENSION' else g.scheme end as kind
                from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::date[], $7::date[], $8::date[])
                    with ordinality g (id, person_id, scheme, place, standing, from_month, last_payable_month, opened_on, position)
            ), opened as (
                insert into relation (id, person_id, scheme, place, standing, from_month, last_payable_month, opened_on)
                select distinct on (person_id, kind)
                       id, person_id, scheme, place, standing, from_month, last_payable_month, opened_on from given g
                where not exists (select from relation r where r.person_id = g.person_id
                                  and (r.scheme = g.scheme or g.kind = 'PENSION' and r.scheme in ('EMPLOYEE', 'RESIDENT'))
                                  and (r.to_month is null or r.to_month >= greatest(g.from_month, r.from_month)))
                  and not exists (select from ending e where e.person_id = g.person_id and e.withdrawn_on is null
                                  and (e.kind = 'DIED' or e.kind = 'RETIRED' and g.kind = 'PENSION'))
                order by person_id, kind, position returning *
            ), told as (select * from opened order by person_id), event as (%s)
            select id from opened""".formatted(Outbox.insertOf(
            RelationOpenedV1.TYPE, "uuidv7()", "person_id", payload("null"), "cast($9 as text)", "told"));

    private final Outbox outbox;

    /** Of the event, from the columns of {@code relation}. @param channel SQL expression of the channel through which it came */
    static String payload(String channel) {
        return PAYLOAD.formatted(channel);
    }

    Openings(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * The caller holds the locks of the persons.
     *
     * @return the ids of those that were opened; the persons of the others have one already, or join nothing any more
     */
    public Uni<Set<UUID>> open(SqlConnection transaction, List<Relation> relations) {
        var values = Arrays.<Object>asList(
                relations.stream().map(one -> one.id().value()).toArray(UUID[]::new),
                relations.stream().map(one -> one.personId().value()).toArray(UUID[]::new),
                texts(relations, one -> one.scheme().name()),
                texts(relations, one -> one.place().code()),
                texts(relations, one -> RelationRow.Payer.of(one.standing()).name()),
                months(relations, one -> one.standing().months().from()),
                months(relations, one -> one.standing().lastPayable()),
                relations.stream().map(Relation::openedOn).toArray(LocalDate[]::new),
                Traces.current());
        return transaction
                .preparedQuery(OPEN)
                .execute(Tuple.from(values))
                .invoke(outbox::wakeRelay)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static String[] texts(List<Relation> relations, Function<Relation, String> column) {
        return relations.stream().map(column).toArray(String[]::new);
    }

    private static @Nullable LocalDate[] months(
            List<Relation> relations, Function<Relation, @Nullable YearMonth> column) {
        return relations.stream()
                .map(column)
                .map(month -> month == null ? null : month.atDay(1))
                .toArray(LocalDate[]::new);
    }
}
