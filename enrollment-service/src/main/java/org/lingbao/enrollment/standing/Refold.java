package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.person.People;
import org.lingbao.enrollment.person.Registry;
import org.lingbao.enrollment.standing.RelationClosedV1.Because;
import org.lingbao.enrollment.standing.StandingRows.Line;
import org.lingbao.enrollment.standing.domain.Change;
import org.lingbao.enrollment.standing.domain.Fold;
import org.lingbao.enrollment.standing.domain.RelationId;
import org.lingbao.enrollment.standing.domain.Stretch;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * Brings a person's relations in line with all facts, and tells what changed. The caller holds the person's lock and has written
 * the new fact.
 */
@ApplicationScoped
class Refold {
    private final StandingRows rows;
    private final Registry registry;
    private final Outbox outbox;

    Refold(StandingRows rows, Registry registry, Outbox outbox) {
        this.rows = rows;
        this.registry = registry;
        this.outbox = outbox;
    }

    /** @param on the day of the fact that was added: from then on it is so */
    Uni<Void> of(SqlConnection transaction, UUID person, LocalDate on) {
        return rows.relations(transaction, person)
                .chain(lines -> rows.facts(transaction, person, lines)
                        .map(facts -> Change.between(
                                lines.stream().map(Line::relation).toList(), Fold.of(facts)))
                        .chain(changes -> apply(transaction, person, lines, changes, on)));
    }

    private Uni<Void> apply(
            SqlConnection transaction, UUID person, List<Line> lines, List<Change> changes, LocalDate on) {
        Map<RelationId, Line> known =
                lines.stream().collect(Collectors.toMap(line -> line.relation().id(), Function.identity()));
        return Multi.createFrom()
                .iterable(changes)
                .onItem()
                .transformToUniAndConcatenate(change -> switch (change) {
                    case Change.Ended ended -> end(transaction, person, known, ended, on);
                    case Change.GoesOn goesOn -> goOn(transaction, person, known, goesOn);
                    case Change.Opened(var stretch) -> open(transaction, person, stretch, on);
                })
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> end(
            SqlConnection transaction, UUID person, Map<RelationId, Line> known, Change.Ended ended, LocalDate on) {
        var place = line(known, ended.id()).place();
        return rows.end(transaction, ended, on)
                .chain(() ->
                        tellEnded(transaction, person, ended.id(), place, ended.from(), ended.to(), ended.why(), on));
    }

    private Uni<Void> goOn(SqlConnection transaction, UUID person, Map<RelationId, Line> known, Change.GoesOn goesOn) {
        var line = line(known, goesOn.id());
        return rows.goOn(transaction, goesOn)
                .chain(() -> outbox.append(
                        transaction,
                        RelationOpenedV1.TYPE,
                        person,
                        new RelationOpenedV1(
                                goesOn.id().value(),
                                person,
                                Scheme.EMPLOYEE,
                                line.place().code(),
                                line.payer().name(),
                                goesOn.from(),
                                null,
                                line.lastPayable(),
                                line.openedOn())));
    }

    private Uni<Void> open(SqlConnection transaction, UUID person, Stretch stretch, LocalDate on) {
        var id = idOf(stretch);
        var months = stretch.months();
        var opened = new RelationOpenedV1(
                id.value(),
                person,
                Scheme.EMPLOYEE,
                stretch.place().code(),
                RelationRow.Payer.of(stretch.standing()).name(),
                months.from(),
                months.to(),
                stretch.standing().lastPayable(),
                on);
        return rows.insert(transaction, person, id, stretch, on)
                .chain(() -> registry.belongs(transaction, person, stretch.place(), People.Because.RELATION))
                .chain(() -> outbox.append(transaction, RelationOpenedV1.TYPE, person, opened))
                .chain(() -> tellEnded(
                        transaction, person, id, stretch.place(), months.from(), months.to(), stretch.end(), on));
    }

    /** Of a new one, the employment itself; else one that goes on after an employment. */
    private static RelationId idOf(Stretch stretch) {
        return new RelationId(
                stretch.key() instanceof Stretch.Key.OfEmployment(var employment) ? employment.value() : Ids.next());
    }

    /** Nothing where it goes on. */
    private Uni<Void> tellEnded(
            SqlConnection transaction,
            UUID person,
            RelationId id,
            Place place,
            YearMonth from,
            @Nullable YearMonth to,
            Stretch.@Nullable End end,
            LocalDate on) {
        return to == null || end == null
                ? Uni.createFrom().voidItem()
                : outbox.append(
                        transaction,
                        RelationClosedV1.TYPE,
                        person,
                        new RelationClosedV1(
                                id.value(),
                                person,
                                Scheme.EMPLOYEE,
                                place.code(),
                                from,
                                to,
                                Because.valueOf(end.name()),
                                on));
    }

    private static Line line(Map<RelationId, Line> known, RelationId id) {
        return Objects.requireNonNull(known.get(id), "a change of a relation that is not known");
    }
}
