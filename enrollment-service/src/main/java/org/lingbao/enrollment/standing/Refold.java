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
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.person.People;
import org.lingbao.enrollment.person.Registry;
import org.lingbao.enrollment.standing.RelationClosedV1.Because;
import org.lingbao.enrollment.standing.domain.Change;
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
    private static final Set<Scheme> ALL = Set.of(Scheme.values());

    /** In the others there is nothing to reckon where nothing was joined. */
    private static final Set<Scheme> BY_EMPLOYERS = Set.of(Scheme.EMPLOYEE, Scheme.INJURY);

    private final StandingRows rows;
    private final Reckoning reckoning;
    private final Registry registry;
    private final Outbox outbox;

    Refold(StandingRows rows, Reckoning reckoning, Registry registry, Outbox outbox) {
        this.rows = rows;
        this.reckoning = reckoning;
        this.registry = registry;
        this.outbox = outbox;
    }

    /** @param on the day of the fact that was added: from then on it is so */
    Uni<Void> of(SqlConnection transaction, UUID person, LocalDate on) {
        return of(transaction, person, Scheme.EMPLOYEE, on, null);
    }

    /** The same of what somebody asked for: the events say through which channel. */
    Uni<Void> of(SqlConnection transaction, UUID person, LocalDate on, Via via) {
        return of(transaction, person, Scheme.EMPLOYEE, on, via.toldChannel());
    }

    /** A fact that concerns all schemes. */
    Uni<Void> all(SqlConnection transaction, UUID person, LocalDate on) {
        return of(transaction, person, ALL, on);
    }

    /** A fact that concerns these. */
    Uni<Void> of(SqlConnection transaction, UUID person, Set<Scheme> schemes, LocalDate on) {
        return Multi.createFrom()
                .iterable(schemes.stream().sorted().toList())
                .onItem()
                .transformToUniAndConcatenate(scheme -> of(transaction, person, scheme, on, null))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> of(
            SqlConnection transaction, UUID person, Scheme scheme, LocalDate on, @Nullable String channel) {
        return rows.relations(transaction, person, scheme)
                .chain(lines -> lines.isEmpty() && !BY_EMPLOYERS.contains(scheme)
                        ? Uni.createFrom().voidItem()
                        : reckon(new Run(transaction, person, scheme, lines(lines), on, channel), lines));
    }

    /**
     * Months in the employees' scheme are in no resident's relation, and medical insurance may ride on them: where the ones changed, the
     * others may.
     */
    private Uni<Void> reckon(Run run, List<Line> lines) {
        return reckoning
                .of(run.transaction, run.person, run.scheme, lines)
                .map(now -> Change.between(
                        lines.stream().map(Line::relation).toList(),
                        now.stretches(),
                        now.facts().endings()))
                .chain(changes -> run.apply(changes)
                        .chain(() -> run.scheme == Scheme.EMPLOYEE && !changes.isEmpty()
                                ? of(run.transaction, run.person, Scheme.RESIDENT, run.on, run.channel)
                                        .chain(() ->
                                                of(run.transaction, run.person, Scheme.MEDICAL, run.on, run.channel))
                                : Uni.createFrom().voidItem()));
    }

    private static Map<RelationId, Line> lines(List<Line> lines) {
        return lines.stream().collect(Collectors.toMap(line -> line.relation().id(), Function.identity()));
    }

    /** Of a new one, the employment itself; else one that goes on after an employment. */
    private static RelationId idOf(Stretch stretch) {
        return new RelationId(
                stretch.key() instanceof Stretch.Key.OfEmployment(var employment) ? employment.value() : Ids.next());
    }

    /** One reckoning of a person's relations in a scheme. */
    private final class Run {
        private final SqlConnection transaction;
        private final UUID person;
        private final Scheme scheme;
        private final Map<RelationId, Line> known;
        private final LocalDate on;
        private final @Nullable String channel;

        Run(
                SqlConnection transaction,
                UUID person,
                Scheme scheme,
                Map<RelationId, Line> known,
                LocalDate on,
                @Nullable String channel) {
            this.transaction = transaction;
            this.person = person;
            this.scheme = scheme;
            this.known = known;
            this.on = on;
            this.channel = channel;
        }

        Uni<Void> apply(List<Change> changes) {
            return Multi.createFrom()
                    .iterable(changes)
                    .onItem()
                    .transformToUniAndConcatenate(change -> switch (change) {
                        case Change.Ended ended -> end(ended);
                        case Change.GoesOn goesOn -> goOn(goesOn);
                        case Change.Opened(var stretch) -> open(stretch);
                        case Change.Paused paused -> pause(paused);
                    })
                    .collect()
                    .last()
                    .replaceWithVoid();
        }

        private Uni<Void> end(Change.Ended ended) {
            var place = line(ended.id()).place();
            return rows.end(transaction, ended, on)
                    .chain(() -> tellEnded(ended.id(), place, ended.from(), ended.to(), ended.why()));
        }

        private Uni<Void> goOn(Change.GoesOn goesOn) {
            var line = line(goesOn.id());
            var opened = new RelationOpenedV1(
                    goesOn.id().value(),
                    person,
                    scheme,
                    line.place().code(),
                    line.payer().name(),
                    goesOn.from(),
                    null,
                    line.lastPayable(),
                    line.openedOn(),
                    channel);
            return rows.goOn(transaction, goesOn)
                    .chain(() -> outbox.append(transaction, RelationOpenedV1.TYPE, person, opened));
        }

        private Uni<Void> open(Stretch stretch) {
            var id = idOf(stretch);
            var months = stretch.months();
            var paused = stretch.standing().paused();
            var opened = new RelationOpenedV1(
                    id.value(),
                    person,
                    scheme,
                    stretch.place().code(),
                    RelationRow.Payer.of(stretch.standing()).name(),
                    months.from(),
                    months.to(),
                    stretch.standing().lastPayable(),
                    on,
                    channel);
            return rows.insert(transaction, person, scheme, id, stretch, on)
                    .chain(() -> registry.belongs(transaction, person, stretch.place(), People.Because.RELATION))
                    .chain(() -> outbox.append(transaction, RelationOpenedV1.TYPE, person, opened))
                    .chain(() -> tellEnded(id, stretch.place(), months.from(), months.to(), stretch.end()))
                    .chain(() -> paused.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : tellPaused(id, stretch.place(), PausedMonths.of(paused)));
        }

        private Uni<Void> pause(Change.Paused paused) {
            var place = line(paused.id()).place();
            var months = PausedMonths.of(paused.paused());
            return rows.pause(transaction, paused)
                    .chain(() -> paused.more()
                            ? tellPaused(paused.id(), place, months)
                            : tellResumed(paused.id(), place, months));
        }

        /** Nothing where it goes on. */
        private Uni<Void> tellEnded(
                RelationId id, Place place, YearMonth from, @Nullable YearMonth to, Stretch.@Nullable End end) {
            return to == null || end == null
                    ? Uni.createFrom().voidItem()
                    : outbox.append(
                            transaction,
                            RelationClosedV1.TYPE,
                            person,
                            new RelationClosedV1(
                                    id.value(),
                                    person,
                                    scheme,
                                    place.code(),
                                    from,
                                    to,
                                    Because.valueOf(end.name()),
                                    on));
        }

        private Uni<Void> tellPaused(RelationId id, Place place, List<PausedMonths> months) {
            var event = new RelationPausedV1(id.value(), person, scheme, place.code(), months, on, channel);
            return outbox.append(transaction, RelationPausedV1.TYPE, person, event);
        }

        private Uni<Void> tellResumed(RelationId id, Place place, List<PausedMonths> months) {
            var event = new RelationResumedV1(id.value(), person, scheme, place.code(), months, on, channel);
            return outbox.append(transaction, RelationResumedV1.TYPE, person, event);
        }

        private Line line(RelationId id) {
            return Objects.requireNonNull(known.get(id), "a change of a relation that is not known");
        }
    }
}
