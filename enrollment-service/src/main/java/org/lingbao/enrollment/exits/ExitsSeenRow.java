package org.lingbao.enrollment.exits;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code exits_seen}: the person acknowledged what was shown. Who acted, and how the person confirmed, stands in {@code act}. */
@Entity
@Immutable
@Table(name = "exits_seen")
@SuppressWarnings("NullAway.Init")
class ExitsSeenRow extends PanacheEntityBase {
    @Id
    @Column(name = "application_id")
    UUID applicationId;

    int version;

    @Column(name = "seen_on")
    LocalDate seenOn;
}
