package org.lingbao.enrollment.exits;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** A row of {@code exits_shown}: what the answer to an application showed. To whom, and who acted, stands in the application. */
@Entity
@Immutable
@Table(name = "exits_shown")
@SuppressWarnings("NullAway.Init")
class ExitsShownRow extends PanacheEntityBase {
    @Id
    @Column(name = "application_id")
    UUID applicationId;

    @Column(name = "person_id")
    UUID personId;

    int version;

    @ColumnTransformer(read = "cast(shown as text)")
    String shown;

    @Column(name = "shown_on")
    LocalDate shownOn;
}
