package org.lingbao.enrollment.employment;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.enrollment.Category;

/** A row of {@code employment_registration}. It is ended by the next one, never deleted; {@link EmploymentRegister} writes it. */
@Entity
@Immutable
@Table(name = "employment_registration")
@SuppressWarnings("NullAway.Init")
class EmploymentRegistrationRow extends PanacheEntityBase {
    /** The condition on a person's registrations; those that were made under a merged number are theirs, too. */
    static final String OF_PERSON =
            "(r.personId = :person or r.personId in (select merged.id from PersonRow merged where merged.survivorId = :person))";

    @Id
    UUID id;

    @Column(name = "person_id")
    UUID personId;

    String occupation;

    String place;

    @Enumerated(EnumType.STRING)
    Category form;

    @Column(name = "registered_on")
    LocalDate registeredOn;

    @Column(name = "ended_on")
    @Nullable
    LocalDate endedOn;

    RegistrationView view() {
        return new RegistrationView(id, personId, occupation, place, form, registeredOn, endedOn);
    }
}
