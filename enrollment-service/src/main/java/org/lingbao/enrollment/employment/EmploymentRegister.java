package org.lingbao.enrollment.employment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** The registrations, for those who make one, alone or as a part of more. It joins the caller's session and transaction. */
@ApplicationScoped
public class EmploymentRegister {
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
    public Uni<RegistrationView> register(UUID person, WorkDone work, Via via, LocalDate on) {
        return live(person)
                .chain(held -> held.stream()
                        .filter(row -> row.is(work))
                        .findFirst()
                        .map(row -> Uni.createFrom().item(row))
                        .orElseGet(() -> replace(held, person, work, via, on)))
                .map(EmploymentRegistrationRow::view);
    }

    /** One that is known, for whoever may see what refers to it. */
    public Uni<Optional<RegistrationView>> find(UUID id) {
        return EmploymentRegistrationRow.<EmploymentRegistrationRow>findById(id)
                .map(row -> Optional.ofNullable(row).map(EmploymentRegistrationRow::view));
    }

    /** One, or one more of each number that was merged. */
    private static Uni<List<EmploymentRegistrationRow>> live(UUID person) {
        return EmploymentRegistrationRow.list(
                "from EmploymentRegistrationRow r where " + EmploymentRegistrationRow.OF_PERSON
                        + " and r.endedOn is null order by r.registeredOn desc, r.id desc",
                Map.of("person", person));
    }

    private Uni<EmploymentRegistrationRow> replace(
            List<EmploymentRegistrationRow> older, UUID person, WorkDone work, Via via, LocalDate on) {
        var row = new EmploymentRegistrationRow();
        row.id = Ids.next();
        row.personId = person;
        row.occupation = work.occupation();
        row.place = work.place().code();
        row.form = work.form();
        row.registeredOn = on;
        return end(older, on)
                .chain(() -> row.<EmploymentRegistrationRow>persist())
                .call(() -> acts.keep(Acts.Of.EMPLOYMENT_REGISTERED, row.id, person, via))
                .call(() -> outbox.append(EmploymentRegisteredV1.TYPE, person, event(row, via)));
    }

    /** The older rows' end must reach the table before the insert: one live registration per person. */
    private static Uni<Void> end(List<EmploymentRegistrationRow> older, LocalDate on) {
        older.forEach(row -> row.endedOn = on);
        return Panache.flush();
    }

    private static EmploymentRegisteredV1 event(EmploymentRegistrationRow row, Via via) {
        return new EmploymentRegisteredV1(
                row.id, row.personId, row.occupation, row.place, row.form.name(), via.channel(), row.registeredOn);
    }
}
