package org.lingbao.enrollment.person;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code person_area}: agencies of this place and above may see the person. */
@Entity
@Table(name = "person_area")
@IdClass(PersonAreaRow.Key.class)
@SuppressWarnings("NullAway.Init")
class PersonAreaRow extends PanacheEntityBase {
    @Id
    @Column(name = "person_id")
    UUID personId;

    @Id
    String place;

    @Id
    @Enumerated(EnumType.STRING)
    People.Because because;

    /** All of the row. */
    record Key(UUID personId, String place, People.Because because) {}
}
