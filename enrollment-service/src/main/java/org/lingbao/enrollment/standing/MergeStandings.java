package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.person.People;
import org.lingbao.enrollment.person.Registry;
import org.lingbao.enrollment.standing.RelationClosedV1.Because;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * Brings what a person joined to the person whom that one turned out to be. The relations of the merged one end and stay where they
 * are; what the survivor has not joined, too, goes on there as a relation of its own, and all is reckoned anew. It joins the transaction of
 * the connection it is given; the caller holds both locks.
 */
@ApplicationScoped
public class MergeStandings {
    private static final String TIES = """
            select exists (select from money_booked where person_id = $1)
                   or exists (select from paid_month where person_id = $1)
                   or exists (select from moved_out where person_id = $1)
                   or exists (select from relation where person_id = $1 and from_month < date_trunc('month', opened_on)) as money,
                   exists (select from employment where person_id = $1) as employed,
                   exists (select from ending where person_id = $1 and withdrawn_on is null)
                   or exists (select from pause p join relation r on r.id = p.relation_id where r.person_id = $1) as recorded""";

    private static final String END = """
            update relation set to_month = from_month - interval '1 month', closed_on = $2, closed_because = 'OVERTAKEN'
            where person_id = $1 and to_month is null
            returning id, scheme, place, standing, from_month, to_month, last_payable_month, opened_on""";

    private static final String GO_ON = """
            insert into relation (id, person_id, scheme, place, standing, from_month, last_payable_month, opened_on)
            select $1, $2, $3, $4, 'FLEXIBLE', $5, $6, $7
            where $3 = 'INJURY' or not exists (
                select from relation where person_id = $2 and to_month is null
                  and (scheme = $3 or $3 in ('EMPLOYEE', 'RESIDENT') and scheme in ('EMPLOYEE', 'RESIDENT')))""";

    private final Registry registry;
    private final Refold refold;
    private final Outbox outbox;

    MergeStandings(Registry registry, Refold refold, Outbox outbox) {
        this.registry = registry;
        this.refold = refold;
        this.outbox = outbox;
    }

    /**
     * What keeps a person from being merged into another.
     *
     * @param money a payment or a transfer was told of, or a relation began before it became known: its months are paid elsewhere
     * @param employed an employer has declared the person
     * @param recorded a pause or an end is recorded
     */
    public record Ties(boolean money, boolean employed, boolean recorded) {}

    public Uni<Ties> ties(SqlConnection transaction, UUID person) {
        return transaction
                .preparedQuery(TIES)
                .execute(Tuple.of(person))
                .map(rows -> rows.iterator().next())
                .map(row -> new Ties(row.getBoolean("money"), row.getBoolean("employed"), row.getBoolean("recorded")));
    }

    /** Of a person without {@link Ties}: none of the months is paid, so the survivor can have each of them anew. */
    public Uni<Void> merge(SqlConnection transaction, UUID merged, UUID survivor, LocalDate on) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(merged, on))
                .chain(ended -> Multi.createFrom()
                        .iterable(ended)
                        .onItem()
                        .transformToUniAndConcatenate(row ->
                                tellEnded(transaction, merged, row, on).chain(() -> goOn(transaction, survivor, row)))
                        .collect()
                        .last())
                .chain(() -> refold.all(transaction, survivor, on));
    }

    private Uni<Void> tellEnded(SqlConnection transaction, UUID merged, Row row, LocalDate on) {
        var ended = new RelationClosedV1(
                row.getUUID("id"),
                merged,
                Scheme.valueOf(row.getString("scheme")),
                row.getString("place"),
                month(row.getLocalDate("from_month")),
                month(row.getLocalDate("to_month")),
                Because.OVERTAKEN,
                on);
        return outbox.append(transaction, RelationClosedV1.TYPE, merged, ended);
    }

    /** Nothing where the survivor is in the scheme already, or in the other one of the two that nobody is in at once. */
    private Uni<Void> goOn(SqlConnection transaction, UUID survivor, Row row) {
        var id = Ids.next();
        var last = row.getLocalDate("last_payable_month");
        var values = Arrays.asList(
                id,
                survivor,
                row.getString("scheme"),
                row.getString("place"),
                row.getLocalDate("from_month"),
                last,
                row.getLocalDate("opened_on"));
        return transaction
                .preparedQuery(GO_ON)
                .execute(Tuple.from(values))
                .chain(inserted -> inserted.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : tellOpened(transaction, id, survivor, row, last));
    }

    private Uni<Void> tellOpened(SqlConnection transaction, UUID id, UUID survivor, Row row, @Nullable LocalDate last) {
        var place = row.getString("place");
        var opened = new RelationOpenedV1(
                id,
                survivor,
                Scheme.valueOf(row.getString("scheme")),
                place,
                RelationRow.Payer.FLEXIBLE.name(),
                month(row.getLocalDate("from_month")),
                null,
                last == null ? null : month(last),
                row.getLocalDate("opened_on"),
                null);
        return registry.belongs(transaction, survivor, new Place(place), People.Because.RELATION)
                .chain(() -> outbox.append(transaction, RelationOpenedV1.TYPE, survivor, opened));
    }

    private static YearMonth month(LocalDate firstDay) {
        return YearMonth.from(firstDay);
    }
}
