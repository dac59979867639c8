package org.lingbao.enrollment.joining;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.Assistance;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.evidence.Evidences;
import org.lingbao.enrollment.evidence.domain.Kind;
import org.lingbao.enrollment.evidence.domain.Proof;
import org.lingbao.enrollment.exits.ExitsView;
import org.lingbao.enrollment.exits.ShownExits;
import org.lingbao.enrollment.exits.domain.Joiner;
import org.lingbao.enrollment.joining.domain.Application;
import org.lingbao.enrollment.joining.domain.Decision;
import org.lingbao.enrollment.joining.domain.Decision.Accepted;
import org.lingbao.enrollment.joining.domain.Insured;
import org.lingbao.enrollment.joining.domain.Joining;
import org.lingbao.enrollment.person.Delegates;
import org.lingbao.enrollment.person.People;
import org.lingbao.enrollment.person.Person;
import org.lingbao.enrollment.person.Purpose;
import org.lingbao.enrollment.standing.Relations;
import org.lingbao.enrollment.standing.domain.Months;
import org.lingbao.enrollment.standing.domain.PersonId;
import org.lingbao.enrollment.standing.domain.Relation;
import org.lingbao.enrollment.standing.domain.RelationId;
import org.lingbao.enrollment.standing.domain.Standing;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.enrollment.Notice;
import org.lingbao.rules.value.Scheme;

/**
 * How an application is decided and carried out, by itself or as a part of something larger. It joins the caller's session and
 * transaction. The person is locked first, so that two applications at once open one relation.
 */
@ApplicationScoped
public class Admission {
    private final People people;
    private final Delegates delegates;
    private final Relations relations;
    private final Evidences evidences;
    private final Applications applications;
    private final ShownExits exits;
    private final Assistance assistance;
    private final EnrollmentWords words;

    Admission(
            People people,
            Delegates delegates,
            Relations relations,
            Evidences evidences,
            Applications applications,
            ShownExits exits,
            Assistance assistance,
            EnrollmentWords words) {
        this.people = people;
        this.delegates = delegates;
        this.relations = relations;
        this.evidences = evidences;
        this.applications = applications;
        this.exits = exits;
        this.assistance = assistance;
        this.words = words;
    }

    /**
     * Decides; nothing is written.
     *
     * @throws ProblemException 404 where the caller may not see the person, 400 where the rules of the place are not loaded
     */
    public Uni<Considered> consider(UUID personId, Application application, Via via, LocalDate today) {
        return people.lock(personId, via.caller().scope())
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .chain(person -> consider(person, application, via, today));
    }

    /** The same of an application by itself, which a delegate may make, too. */
    Uni<Considered> considerAlone(UUID personId, Application application, Via via, LocalDate today) {
        return delegates
                .lock(personId, via.caller().scope(), Purpose.ENROLL)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .chain(reached -> consider(reached.person(), application, via.by(reached.delegation()), today));
    }

    private Uni<Considered> consider(Person person, Application application, Via via, LocalDate today) {
        return relations
                .of(person.id())
                .chain(all -> relations
                        .endedFor(person.id(), application.scheme())
                        .chain(ended -> permitEnded(person, application, today)
                                .map(permit -> new Considered(
                                        person,
                                        all,
                                        application,
                                        via,
                                        decide(application, insured(person, all), permit.orElse(null), today),
                                        assistance.unconfirmed(via),
                                        ended,
                                        today))));
    }

    /** When the permit that is named had its last day, if it is recorded; where none is, the applicant's word counts. */
    private Uni<Optional<LocalDate>> permitEnded(Person person, Application application, LocalDate today) {
        var place = application.evidence().residencePermit();
        return place == null
                ? Uni.createFrom().item(Optional.empty())
                : evidences
                        .of(person.id(), Kind.RESIDENCE_PERMIT, place, today)
                        .map(proof -> proof instanceof Proof.Expired(var last) ? Optional.of(last) : Optional.empty());
    }

    /** Keeps a refused application with every reason. */
    Uni<Void> refuse(Considered considered) {
        return applications.keep(considered, considered.reasons()).replaceWithVoid();
    }

    /**
     * Opens the relation, suspends a resident's that it takes the place of, and keeps the application with what it showed.
     *
     * @throws IllegalStateException if there is a reason why not
     */
    public Uni<EnrollmentView> carryOut(Considered considered) {
        var accepted = considered.accepted().orElseThrow(() -> new IllegalStateException("there is a reason why not"));
        var relation = relation(considered, accepted);
        return relations
                .open(relation)
                .chain(() -> relations.keepForBridging(considered.relations(), relation, considered.on()))
                .chain(suspended -> applications.keep(considered, accepted, relation.id(), suspended))
                .chain(row -> shown(considered, accepted, row.id).map(shown -> words.view(row, shown.orElse(null))));
    }

    /** An application that was carried out, for whoever may see what refers to it. */
    public Uni<Optional<EnrollmentView>> find(UUID application) {
        return ApplicationRow.<ApplicationRow>findById(application)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : exits.of(application).map(shown -> Optional.of(words.view(row, shown.orElse(null)))));
    }

    private Uni<Optional<ExitsView>> shown(Considered considered, Accepted accepted, UUID application) {
        var age = accepted.lastPayable();
        return age == null || !accepted.notices().contains(Notice.MAY_NOT_REACH_MINIMUM_MONTHS)
                ? Uni.createFrom().item(Optional.empty())
                : relations
                        .monthsOf(considered.person().id(), considered.relations())
                        .chain(known -> exits.show(
                                application,
                                considered.person().id(),
                                new Joiner(
                                        considered.application().place(),
                                        considered.person().hukou(),
                                        accepted.from(),
                                        age,
                                        known),
                                considered.on()));
    }

    private static Decision decide(
            Application application, Insured insured, @Nullable LocalDate permitEnded, LocalDate today) {
        try {
            return Joining.decide(application, insured, permitEnded, today);
        } catch (DataNotLoaded unknown) {
            throw new ProblemException(Problem.malformed(new Violation("RULES_NOT_LOADED")
                    .with("place", application.place().code())
                    .with("scheme", application.scheme())
                    .with("missing", unknown.what())
                    .at("/scheme")));
        }
    }

    private static Relation relation(Considered considered, Accepted accepted) {
        return new Relation(
                new RelationId(Ids.next()),
                new PersonId(considered.person().id()),
                considered.application().scheme(),
                considered.application().place(),
                new Standing.Flexible(Months.since(accepted.from()), accepted.lastPayable()),
                considered.on());
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
