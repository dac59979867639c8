package org.lingbao.enrollment.employment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lingbao.asking.Query;
import org.lingbao.enrollment.channel.Acts;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.person.Person;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.Law;
import org.lingbao.rules.employment.Hiring;
import org.lingbao.rules.value.Place;

/** The registrations, for those who make one, alone or as a part of more. It joins the caller's transaction. */
@ApplicationScoped
public class EmploymentRegister {
    /** The person has one that holds, or one more of each number that was merged. */
    private static final String LIVE =
            " ended_on is null and (person_id = $1 or person_id in (select id from person where survivor_id = $1))";

    private static final String HELD = "select id, person_id, registered_on from employment_registration where" + LIVE
            + " and occupation = $2 and place = $3 and form = $4 order by registered_on desc, id desc limit 1";

    private static final String HELD_IN =
            "select exists (select from employment_registration where" + LIVE + " and starts_with(place, $2)) as held";

    private static final String END = "update employment_registration set ended_on = $2 where" + LIVE;

    private static final String INSERT = """
            insert into employment_registration (id, person_id, occupation, place, form, registered_on)
            values ($1, $2, $3, $4, $5, $6)""";

    private final Occupations occupations;
    private final Acts acts;
    private final Outbox outbox;
    private final String cell;

    EmploymentRegister(
            Occupations occupations, Acts acts, Outbox outbox, @ConfigProperty(name = "lingbao.cell") String cell) {
        this.occupations = occupations;
        this.acts = acts;
        this.outbox = outbox;
        this.cell = cell;
    }

    /** Codes that nobody has; pointers as in a registration by itself. */
    public List<Violation> wrong(WorkDone work) {
        var violations = new ArrayList<Violation>();
        occupations.unknown(work.occupation()).ifPresent(violations::add);
        Query.unknown(work.place(), "/place")
                .or(() -> Query.notServed(work.place(), cell, "/place"))
                .ifPresent(violations::add);
        return violations;
    }

    /**
     * Why a person may not be registered: every reason. Who may be employed by others may work for themselves.
     *
     * @throws org.lingbao.rules.data.DataNotLoaded for a day before the law in force
     */
    public static List<Violation> reasons(Person person, LocalDate on) {
        var law = Law.standard().employment().hire(person.birthDate(), person.sex(), on, on);
        return law.value() instanceof Hiring.Refused(var reasons)
                ? reasons.stream().map(EmploymentRegister::violation).toList()
                : List.of();
    }

    private static Violation violation(Hiring.Reason reason) {
        return switch (reason) {
            case Hiring.Reason.UnderWorkingAge under ->
                new Violation("NOT_OF_WORKING_AGE")
                        .with("age", under.age())
                        .with("minimum", under.minimum())
                        .citing(under.citation().text());
            case Hiring.Reason.Retired retired ->
                new Violation("PAST_WORKING_AGE").with("retiresOn", retired.retiresOn());
        };
    }

    /** The registration that holds from now on; what says the same already goes on. The caller holds the person's lock. */
    public Uni<RegistrationView> register(
            SqlConnection transaction, UUID person, WorkDone work, Via via, LocalDate on) {
        return transaction
                .preparedQuery(HELD)
                .execute(Tuple.of(
                        person,
                        work.occupation(),
                        work.place().code(),
                        work.form().name()))
                .chain(held -> held.size() == 1
                        ? Uni.createFrom().item(view(work, held.iterator().next()))
                        : replace(transaction, person, work, via, on));
    }

    /** Whether one holds in the province of the place. The caller holds the person's lock. */
    public Uni<Boolean> heldIn(SqlConnection transaction, UUID person, Place place) {
        return transaction
                .preparedQuery(HELD_IN)
                .execute(Tuple.of(person, place.province().code().substring(0, 2)))
                .map(rows -> rows.iterator().next().getBoolean("held"));
    }

    private static RegistrationView view(WorkDone work, Row row) {
        return view(row.getUUID("id"), row.getUUID("person_id"), work, row.getLocalDate("registered_on"));
    }

    private static RegistrationView view(UUID id, UUID person, WorkDone work, LocalDate on) {
        return new RegistrationView(id, person, work.occupation(), work.place().code(), work.form(), on, null);
    }

    /** In a session: one that is known, for whoever may see what refers to it. */
    public Uni<Optional<RegistrationView>> find(UUID id) {
        return EmploymentRegistrationRow.<EmploymentRegistrationRow>findById(id)
                .map(row -> Optional.ofNullable(row).map(EmploymentRegistrationRow::view));
    }

    /** The older ones' end must reach the table before the insert: one live registration per person. */
    private Uni<RegistrationView> replace(
            SqlConnection transaction, UUID person, WorkDone work, Via via, LocalDate on) {
        var made = view(Ids.next(), person, work, on);
        var values = Tuple.of(made.registrationId(), person, made.occupation(), made.place());
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(person, on))
                .chain(() -> transaction
                        .preparedQuery(INSERT)
                        .execute(values.addString(made.form().name()).addLocalDate(on)))
                .chain(() -> acts.keep(transaction, Acts.Of.EMPLOYMENT_REGISTERED, made.registrationId(), person, via))
                .chain(() -> outbox.append(transaction, EmploymentRegisteredV1.TYPE, person, event(made, via)))
                .replaceWith(made);
    }

    private static EmploymentRegisteredV1 event(RegistrationView made, Via via) {
        return new EmploymentRegisteredV1(
                made.registrationId(),
                made.personId(),
                made.occupation(),
                made.place(),
                made.form().name(),
                via.channel(),
                made.registeredOn());
    }
}
