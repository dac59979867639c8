package org.lingbao.enrollment.standing;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.lingbao.enrollment.person.People;
import org.lingbao.enrollment.standing.domain.Relation;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.value.Scheme;

/** The relations, for the other features. It joins the caller's session and transaction and opens none of its own. */
@ApplicationScoped
public class Relations {
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

    /**
     * Nobody joins after their death, and who draws a pension joins no pension scheme.
     *
     * @return fails with 422 and every such reason
     */
    public Uni<Void> refuseWhoseStandingEnded(UUID personId, Scheme scheme) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ENDED, String.class)
                        .setParameter(1, personId.toString())
                        .setParameter(2, scheme.name())
                        .getResultList())
                .invoke(kinds -> {
                    if (!kinds.isEmpty()) {
                        throw new ProblemException(Problem.unprocessable(
                                "enrollment-refused",
                                kinds.stream()
                                        .distinct()
                                        .sorted()
                                        .map(Relations::reason)
                                        .toList()));
                    }
                })
                .replaceWithVoid();
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
}
