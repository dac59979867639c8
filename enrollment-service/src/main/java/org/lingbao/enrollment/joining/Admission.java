package org.lingbao.enrollment.joining;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.Assistance;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.employment.EmploymentRegister;
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
import org.lingbao.enrollment.person.Person;
import org.lingbao.enrollment.person.Purpose;
import org.lingbao.enrollment.person.Registry;
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

/**
 * How an application is decided and carried out, by itself or as a part of something larger. It joins the
 * transaction of the connection it is given. The person is locked first, so that two applications at once open one relation.
 */
@ApplicationScoped
public class Admission {
    private final Registry registry;
    private final Relations relations;
    private final JoinMedical medical;
    private final Evidences evidences;
    private final Applications applications;
    private final ShownExits exits;
    private final Assistance assistance;
    private final EmploymentRegister register;
    private final EnrollmentWords words;

    Admission(
            Registry registry,
            Relations relations,
            JoinMedical medical,
            Evidences evidences,
            Applications applications,
            ShownExits exits,
            Assistance assistance,
            EmploymentRegister register,
            EnrollmentWords words) {
        this.registry = registry;
        this.relations = relations;
        this.medical = medical;
        this.evidences = evidences;
        this.applications = applications;
        this.exits = exits;
        this.assistance = assistance;
        this.register = register;
        this.words = words;
    }

    /**
     * Decides what comes with the registration of the person's employment; nothing is written.
     *
     * @throws ProblemException 404 where the caller may not see the person, 400 where the rules of the place are not loaded
     */
    public Uni<Considered> consider(
            SqlConnection transaction, UUID personId, Application application, Via via, LocalDate today) {
        return registry.lock(transaction, personId, via.caller().scope())
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .chain(person -> consider(transaction, person, application, via, today, true));
    }

    /** The same of an application by itself, which a delegate may make, too: employment was registered before, or is not. */
    Uni<Considered> considerAlone(
            SqlConnection transaction, UUID personId, Application application, Via via, LocalDate today) {
        return registry.lock(transaction, personId, via.caller().scope(), Purpose.ENROLL)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .chain(reached -> employmentRegistered(
                                transaction, reached.person().id(), application, today)
                        .chain(registered -> consider(
                                transaction,
                                reached.person(),
                                application,
                                via.by(reached.delegation()),
                                today,
                                registered)));
    }

    /** Looked up only where it is asked for. */
    private Uni<Boolean> employmentRegistered(
            SqlConnection transaction, UUID person, Application application, LocalDate today) {
        return Joining.employmentFirst(application, today).isPresent()
                ? register.heldIn(transaction, person, application.place())
                : Uni.createFrom().item(true);
    }

    private Uni<Considered> consider(
            SqlConnection transaction,
            Person person,
            Application application,
            Via via,
            LocalDate today,
            boolean employmentRegistered) {
        return relations
                .of(transaction, person.id(), application.scheme())
                .chain(held -> permitEnded(transaction, person, application, today)
                        .map(permit -> new Considered(
                                person,
                                held,
                                application,
                                via,
                                decide(
                                        application,
                                        insured(person, held.relations(), employmentRegistered),
                                        permit.orElse(null),
                                        today),
                                assistance.unconfirmed(via),
                                today)));
    }

    /** When the permit that is named had its last day, if it is recorded; where none is, the applicant's word counts. */
    private Uni<Optional<LocalDate>> permitEnded(
            SqlConnection transaction, Person person, Application application, LocalDate today) {
        var place = application.evidence().residencePermit();
        return place == null
                ? Uni.createFrom().item(Optional.empty())
                : evidences
                        .of(transaction, person.id(), Kind.RESIDENCE_PERMIT, place, today)
                        .map(proof -> proof instanceof Proof.Expired(var last) ? Optional.of(last) : Optional.empty());
    }

    /** Keeps a refused application with every reason. */
    Uni<UUID> refuse(SqlConnection transaction, Considered considered) {
        return applications.keep(transaction, considered, considered.reasons()).map(row -> row.id);
    }

    /**
     * Opens the relation and what rides on it, suspends a resident's that it takes the place of, and keeps the application with what it
     * showed.
     *
     * @throws IllegalStateException if there is a reason why not
     */
    public Uni<EnrollmentView> carryOut(SqlConnection transaction, Considered considered) {
        var accepted = considered.accepted().orElseThrow(() -> new IllegalStateException("there is a reason why not"));
        var opened = new RelationId(Ids.next());
        var suspended = considered.held().suspendedBy(considered.application().scheme());
        return medical.notices(transaction, considered, accepted)
                .chain(beside -> applications.keep(transaction, considered, accepted, opened, suspended, beside))
                .call(() -> medical.open(transaction, considered, accepted))
                .call(() -> hiredLater(transaction, considered, accepted, opened))
                .call(() ->
                        relations.suspend(transaction, considered.person().id(), considered.held(), considered.on()))
                .chain(row -> shown(transaction, considered, accepted, row.id)
                        .map(shown -> words.view(row, shown.orElse(null))));
    }

    /** It ends with the month before an employer has the person, and what comes after is reckoned. */
    private Uni<Void> hiredLater(
            SqlConnection transaction, Considered considered, Accepted accepted, RelationId opened) {
        return considered
                .until()
                .map(until -> relations.hiredLater(
                        transaction,
                        new Relation(
                                opened,
                                new PersonId(considered.person().id()),
                                considered.application().scheme(),
                                considered.application().place(),
                                new Standing.Flexible(new Months(accepted.from(), until), accepted.lastPayable()),
                                considered.on()),
                        until))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** In a session: an application that was carried out, for whoever may see what refers to it. */
    public Uni<Optional<EnrollmentView>> find(UUID application) {
        return ApplicationRow.<ApplicationRow>findById(application)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : exits.of(application).map(shown -> Optional.of(words.view(row, shown.orElse(null)))));
    }

    private Uni<Optional<ExitsView>> shown(
            SqlConnection transaction, Considered considered, Accepted accepted, UUID application) {
        var age = accepted.lastPayable();
        return age == null || !accepted.notices().contains(Notice.MAY_NOT_REACH_MINIMUM_MONTHS)
                ? Uni.createFrom().item(Optional.empty())
                : relations
                        .monthsOf(
                                transaction,
                                considered.person().id(),
                                considered.held().relations())
                        .chain(known -> exits.show(
                                transaction,
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

    private static Insured insured(Person person, List<Relation> all, boolean employmentRegistered) {
        return new Insured(
                person.birthDate(),
                person.sex(),
                person.hukou(),
                all.stream().map(Admission::cover).toList(),
                employmentRegistered);
    }

    private static Insured.Cover cover(Relation relation) {
        var months = relation.standing().months();
        return new Insured.Cover(
                relation.scheme(), relation.standing() instanceof Standing.Employed, months.from(), months.to());
    }
}
