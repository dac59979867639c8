package org.lingbao.enrollment.standing;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lingbao.enrollment.person.People;
import org.lingbao.enrollment.standing.domain.Relation;
import org.lingbao.enrollment.standing.domain.Standing;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.value.Scheme;

/** The relations, for the other features. It joins the caller's session and transaction and opens none of its own. */
@ApplicationScoped
public class Relations {
    private static final String PAID = "select month from paid_month where person_id = cast(cast(?1 as text) as uuid)";
    private static final String ENDED = """
            select kind from ending where person_id = cast(cast(?1 as text) as uuid)
              and (kind = 'DIED' or kind = 'RETIRED' and ?2 in ('EMPLOYEE', 'RESIDENT'))""";

    private final People people;
    private final Outbox outbox;

    Relations(People people, Outbox outbox) {
        this.people = people;
        this.outbox = outbox;
    }

    /** The relations, but those of which no month is left, of a person whom the caller has already found within what may be seen. */
    public Uni<List<Relation>> of(UUID personId) {
        return RelationRow.<RelationRow>list("personId = ?1 and (toMonth is null or toMonth >= fromMonth)", personId)
                .map(rows -> rows.stream().map(RelationRow::toRelation).toList());
    }

    /** Every reason against joining that ended for good: nobody joins after their death, and who draws a pension joins no pension scheme. */
    public Uni<List<Violation>> endedFor(UUID personId, Scheme scheme) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ENDED, String.class)
                        .setParameter(1, personId.toString())
                        .setParameter(2, scheme.name())
                        .getResultList())
                .map(kinds -> kinds.stream().distinct().map(Relations::reason).toList());
    }

    private static Violation reason(String kind) {
        return kind.equals("DIED") ? new Violation("NOBODY_JOINS_AFTER_DEATH") : new Violation("DRAWING_PENSION");
    }

    /**
     * Opens a relation: its row, its event, and the agencies of its place may see the person. The caller holds the
     * person's lock; were it not so, the table itself would refuse a second live relation.
     */
    public Uni<Void> open(Relation relation) {
        var person = relation.personId().value();
        return RelationRow.of(relation)
                .<RelationRow>persist()
                .chain(() -> people.belongs(person, relation.place(), People.Because.RELATION))
                .chain(() -> outbox.append(RelationOpenedV1.TYPE, person, RelationOpenedV1.of(relation)));
    }

    /**
     * Suspends the resident's relation that goes on beside an employees' one which was just opened: no month is in both schemes
     * (城乡居民养老保险中止). It is not deleted, but kept for bridging (城乡养老保险制度衔接).
     *
     * @param all of the person, before
     * @return the one that was suspended, as it was
     */
    public Uni<Optional<Relation>> keepForBridging(List<Relation> all, Relation opened, LocalDate on) {
        if (opened.scheme() != Scheme.EMPLOYEE) {
            return Uni.createFrom().item(Optional.empty());
        }
        return all.stream()
                .filter(relation -> relation.isLive() && relation.scheme() == Scheme.RESIDENT)
                .findFirst()
                .map(resident -> suspend(resident, opened, on).replaceWith(Optional.of(resident)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Void> suspend(Relation resident, Relation opened, LocalDate on) {
        return RelationRow.<RelationRow>findById(resident.id().value())
                .invoke(row -> row.keepForBridging(opened, on))
                .chain(row -> outbox.append(RelationClosedV1.TYPE, row.personId, RelationClosedV1.bridged(row, on)));
    }

    /** Months of the employees' scheme that are known here, paid by the person or an employer. */
    public Uni<Set<YearMonth>> monthsOf(UUID personId, List<Relation> all) {
        var employed = all.stream()
                .filter(relation -> relation.scheme() == Scheme.EMPLOYEE)
                .flatMap(relation -> relation.standing() instanceof Standing.Employed(var months)
                        ? months.ended()
                        : Stream.<YearMonth>empty());
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PAID, LocalDate.class)
                        .setParameter(1, personId.toString())
                        .getResultList())
                .map(paid -> Stream.concat(employed, paid.stream().map(YearMonth::from))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
