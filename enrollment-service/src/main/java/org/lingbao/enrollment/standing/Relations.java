package org.lingbao.enrollment.standing;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lingbao.enrollment.person.People;
import org.lingbao.enrollment.person.Registry;
import org.lingbao.enrollment.standing.RelationRow.Payer;
import org.lingbao.enrollment.standing.domain.Months;
import org.lingbao.enrollment.standing.domain.PersonId;
import org.lingbao.enrollment.standing.domain.Relation;
import org.lingbao.enrollment.standing.domain.RelationId;
import org.lingbao.enrollment.standing.domain.Standing;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** The relations, for the other features. It joins the transaction of the caller and opens none of its own. */
@ApplicationScoped
public class Relations {
    /** One row at least, which says what ended. */
    private static final String HELD = """
            select array(select distinct kind from ending where person_id = $1 and withdrawn_on is null
                         and (kind = 'DIED' or kind = 'RETIRED' and $2 in ('EMPLOYEE', 'RESIDENT'))) as ended,
                   r.id, r.scheme, r.place, r.standing, r.from_month, r.to_month, r.last_payable_month, r.opened_on
            from (select) one left join relation r
              on r.person_id = $1 and (r.to_month is null or r.to_month >= r.from_month)""";

    private static final String PAUSED = """
            select to_char(lower(m), 'YYYY-MM') || '/' || coalesce(to_char(upper(m) - interval '1 month', 'YYYY-MM'), '')
            from relation r cross join unnest(r.paused) m where r.id = cast(?1 as uuid) order by lower(m)""";

    private static final String PAID = "select month from paid_month where person_id = $1";

    private final Refold refold;
    private final Outbox outbox;

    Relations(Refold refold, Outbox outbox) {
        this.refold = refold;
        this.outbox = outbox;
    }

    /**
     * What a person holds.
     *
     * @param relations all but those of which no month is left
     * @param ended every reason against joining the scheme that ended for good: nobody joins after their death, and who draws a
     *     pension joins no pension scheme
     */
    public record Held(List<Relation> relations, List<Violation> ended) {
        public Held {
            relations = List.copyOf(relations);
            ended = List.copyOf(ended);
        }

        /**
         * The resident's relation that an employees' one takes the place of: no month is in both schemes (城乡居民养老保险中止).
         */
        public Optional<Relation> suspendedBy(Scheme joined) {
            return joined == Scheme.EMPLOYEE
                    ? relations.stream()
                            .filter(relation -> relation.isLive() && relation.scheme() == Scheme.RESIDENT)
                            .findFirst()
                    : Optional.empty();
        }

        /** The last month before an employer has the person in the scheme again, seen from this one; none where that is not known of any. */
        public Optional<YearMonth> lastBeforeHire(Scheme scheme, YearMonth from) {
            return relations.stream()
                    .filter(relation -> relation.scheme() == scheme && relation.standing() instanceof Standing.Employed)
                    .map(relation -> relation.standing().months().from())
                    .filter(hired -> hired.isAfter(from))
                    .min(Comparator.naturalOrder())
                    .map(hired -> hired.minusMonths(1));
        }
    }

    /** Of a person whom the caller has locked within what may be seen. */
    public Uni<Held> of(SqlConnection transaction, UUID person, Scheme scheme) {
        return transaction
                .preparedQuery(HELD)
                .execute(Tuple.of(person, scheme.name()))
                .map(rows -> new Held(
                        StreamSupport.stream(rows.spliterator(), false)
                                .filter(row -> row.getUUID("id") != null)
                                .map(row -> relation(person, row))
                                .toList(),
                        Arrays.stream(rows.iterator().next().getArrayOfStrings("ended"))
                                .map(Relations::reason)
                                .toList()));
    }

    private static Violation reason(String kind) {
        return kind.equals("DIED") ? new Violation("NOBODY_JOINS_AFTER_DEATH") : new Violation("DRAWING_PENSION");
    }

    private static Relation relation(UUID person, Row row) {
        var months = new Months(
                YearMonth.from(row.getLocalDate("from_month")), RelationRow.month(row.getLocalDate("to_month")));
        return new Relation(
                new RelationId(row.getUUID("id")),
                new PersonId(person),
                Scheme.valueOf(row.getString("scheme")),
                new Place(row.getString("place")),
                Payer.valueOf(row.getString("standing"))
                        .over(months, RelationRow.month(row.getLocalDate("last_payable_month")), List.of()),
                row.getLocalDate("opened_on"));
    }

    /** In a session: the relation, whosever it is, if a month is left of it; whether the caller may see it, the caller asks of its person. */
    public Uni<Optional<Relation>> find(UUID relation) {
        return RelationRow.<RelationRow>find("id = ?1 and (toMonth is null or toMonth >= fromMonth)", relation)
                .firstResult()
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : paused(relation).map(paused -> Optional.of(row.toRelation(paused))));
    }

    private static Uni<List<Months>> paused(UUID relation) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PAUSED, String.class)
                        .setParameter(1, relation.toString())
                        .getResultList())
                .map(found -> found.stream().map(PausedMonths::parse).toList());
    }

    /**
     * For a statement that does all at once, as further parts of its {@code with}: a relation that a person pays is opened, the
     * agencies of its place may see the person, and both are told in this order. The caller holds the person's lock; were it
     * not so, the table itself would refuse a second live relation.
     *
     * @param from where the columns {@code relation_id, person_id, scheme, place, from_month, to_month, last_payable_month} and
     *     {@code decided_on} stand, with any condition; with a last month an employer has the person afterwards
     * @param channel SQL expression of the channel through which the application came
     * @param trace SQL expression of the trace
     */
    public static String opening(String from, String channel, String trace) {
        return """
                opened as (
                    insert into relation (id, person_id, scheme, place, standing, from_month, last_payable_month, opened_on,
                                          to_month, closed_on, closed_because)
                    select relation_id, person_id, scheme, place, 'FLEXIBLE', from_month, last_payable_month, decided_on,
                           to_month, case when to_month is not null then decided_on end,
                           case when to_month is not null then 'HIRED' end
                    from %s
                    returning *
                ), %s, opening_told as (%s)""".formatted(
                        from,
                        Registry.belonging("opened", People.Because.RELATION, trace),
                        Outbox.insertOf(
                                RelationOpenedV1.TYPE,
                                "uuidv7()",
                                "person_id",
                                Openings.payload(channel),
                                trace,
                                "opened cross join (select count(*) from area_told) told_before"));
    }

    /**
     * Suspends a resident's relation, where there is one, beside an employees' one which was just opened. It is not deleted, but kept for
     * bridging (城乡养老保险制度衔接). Statements of their own: the figures count one change after the other.
     */
    public Uni<Void> suspend(SqlConnection transaction, UUID person, Held held, LocalDate on) {
        return held.relations().stream().anyMatch(relation -> relation.scheme() == Scheme.RESIDENT)
                ? refold.of(transaction, person, Set.of(Scheme.RESIDENT), on)
                : Uni.createFrom().voidItem();
    }

    /**
     * Tells that the relation which was just opened ends before an employer has the person, and reckons what comes after.
     *
     * @param to its last month
     */
    public Uni<Void> hiredLater(SqlConnection transaction, Relation opened, YearMonth to) {
        var person = opened.personId().value();
        var closed = new RelationClosedV1(
                opened.id().value(),
                person,
                opened.scheme(),
                opened.place().code(),
                opened.standing().months().from(),
                to,
                RelationClosedV1.Because.HIRED,
                opened.openedOn());
        return outbox.append(transaction, RelationClosedV1.TYPE, person, closed)
                .chain(() -> refold.of(transaction, person, Set.of(opened.scheme()), opened.openedOn()));
    }

    /** Months of the employees' scheme that are known here, paid by the person or an employer. */
    public Uni<Set<YearMonth>> monthsOf(SqlConnection transaction, UUID person, List<Relation> all) {
        var employed = all.stream()
                .filter(relation -> relation.scheme() == Scheme.EMPLOYEE)
                .flatMap(relation -> relation.standing() instanceof Standing.Employed(var months)
                        ? months.ended()
                        : Stream.<YearMonth>empty());
        return transaction
                .preparedQuery(PAID)
                .execute(Tuple.of(person))
                .map(rows -> Stream.concat(
                                employed,
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> YearMonth.from(row.getLocalDate("month"))))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
