package org.lingbao.enrollment.joining;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lingbao.enrollment.joining.domain.Application;
import org.lingbao.enrollment.joining.domain.Decision;
import org.lingbao.enrollment.joining.domain.Decision.Accepted;
import org.lingbao.enrollment.joining.domain.Decision.Refused;
import org.lingbao.enrollment.joining.domain.Insured;
import org.lingbao.enrollment.joining.domain.Joining;
import org.lingbao.enrollment.person.People;
import org.lingbao.enrollment.person.Person;
import org.lingbao.enrollment.standing.Relations;
import org.lingbao.enrollment.standing.domain.Months;
import org.lingbao.enrollment.standing.domain.PersonId;
import org.lingbao.enrollment.standing.domain.Relation;
import org.lingbao.enrollment.standing.domain.RelationId;
import org.lingbao.enrollment.standing.domain.Standing;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.value.Scheme;

/**
 * Decides an application at once (即时办结): the application with its decision, and, where it is accepted, the relation
 * and its event, in one transaction. The person is locked first, so that two applications at once open one relation.
 */
@ApplicationScoped
class Enroll {
    private final BusinessDay day;
    private final People people;
    private final Relations relations;
    private final Applications applications;
    private final EnrollmentWords words;
    private final Idempotency idempotency;

    Enroll(
            BusinessDay day,
            People people,
            Relations relations,
            Applications applications,
            EnrollmentWords words,
            Idempotency idempotency) {
        this.day = day;
        this.people = people;
        this.relations = relations;
        this.applications = applications;
        this.words = words;
        this.idempotency = idempotency;
    }

    @WithTransaction
    public Uni<Answer> handle(IdempotencyKey key, UUID personId, Application application, Via via) {
        var today = day.today(); // once: a decision and its rows are of one day, also at midnight
        return idempotency.once(
                key,
                () -> people.lock(personId, via.caller().scope())
                        .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                        .call(person -> relations.refuseWhoseStandingEnded(person.id(), application.scheme()))
                        .chain(person -> relations
                                .of(person.id())
                                .map(all -> decide(application, insured(person, all), today))
                                .chain(decision -> carryOut(person, application, via, decision, today))));
    }

    private static Decision decide(Application application, Insured insured, LocalDate today) {
        try {
            return Joining.decide(application, insured, today);
        } catch (DataNotLoaded unknown) {
            throw new ProblemException(Problem.malformed(new Violation("RULES_NOT_LOADED")
                    .with("place", application.place().code())
                    .with("scheme", application.scheme())
                    .with("missing", unknown.what())
                    .at("/scheme")));
        }
    }

    private Uni<Answer> carryOut(Person person, Application application, Via via, Decision decision, LocalDate today) {
        return switch (decision) {
            case Refused refused ->
                applications
                        .keep(person, application, via, refused, today)
                        .map(row -> Answer.refused(
                                Problem.unprocessable("enrollment-refused", Reasons.violations(refused.reasons()))));
            case Accepted accepted -> {
                var relation = relation(person, application, accepted, today);
                yield relations
                        .open(relation)
                        .chain(() -> applications.keep(person, application, via, accepted, relation.id(), today))
                        .map(row -> Answer.created("/enrollments/" + row.id, words.view(row)));
            }
        };
    }

    private static Relation relation(Person person, Application application, Accepted accepted, LocalDate today) {
        return new Relation(
                new RelationId(Ids.next()),
                new PersonId(person.id()),
                application.scheme(),
                application.place(),
                new Standing.Flexible(Months.since(accepted.from()), accepted.lastPayable()),
                today);
    }

    private static Insured insured(Person person, List<Relation> all) {
        var live = all.stream().filter(Relation::isLive).toList();
        return new Insured(
                person.birthDate(),
                person.sex(),
                person.hukou(),
                schemes(live, Standing.Flexible.class),
                schemes(live, Standing.Employed.class),
                employedUntil(all));
    }

    private static Map<Scheme, YearMonth> employedUntil(List<Relation> all) {
        var until = new EnumMap<Scheme, YearMonth>(Scheme.class);
        for (var relation : all) {
            if (relation.standing() instanceof Standing.Employed(var months) && months.to() != null) {
                until.merge(relation.scheme(), months.to(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return until;
    }

    private static Set<Scheme> schemes(List<Relation> live, Class<? extends Standing> standing) {
        return live.stream()
                .filter(relation -> standing.isInstance(relation.standing()))
                .map(Relation::scheme)
                .collect(Collectors.toUnmodifiableSet());
    }
}
