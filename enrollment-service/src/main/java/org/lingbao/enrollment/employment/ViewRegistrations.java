package org.lingbao.enrollment.employment;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lingbao.enrollment.person.People;
import org.lingbao.enrollment.person.Visible;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;

/** Shows a person's registrations to those who may see the person. */
@ApplicationScoped
class ViewRegistrations {
    private final People people;
    private final Audit audit;
    private final BusinessDay day;

    ViewRegistrations(People people, Audit audit, BusinessDay day) {
        this.people = people;
        this.audit = audit;
        this.day = day;
    }

    /** All of a person's, the one that holds last; nothing where the person may not be seen. */
    @WithTransaction
    public Uni<Optional<List<RegistrationView>>> of(Caller caller, UUID personId) {
        var visible = Visible.to(caller.scope(), "r.personId", day.today());
        return people.find(personId, caller.scope())
                .chain(person -> person.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : audited(caller, personId)
                                .chain(() -> EmploymentRegistrationRow.<EmploymentRegistrationRow>list(
                                        "from EmploymentRegistrationRow r where " + EmploymentRegistrationRow.OF_PERSON
                                                + " and " + visible.hql() + " order by r.registeredOn, r.id",
                                        visible.with("person", personId)))
                                .map(rows -> Optional.of(rows.stream()
                                        .map(EmploymentRegistrationRow::view)
                                        .toList())));
    }

    private Uni<Void> audited(Caller caller, UUID personId) {
        return caller.scope() instanceof AccessScope.Own
                ? Uni.createFrom().voidItem()
                : audit.record(
                        new Audit.Entry(caller, "employment-registrations.view", personId, "served by the agency"));
    }
}
