package org.lingbao.enrollment.person;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A row of {@code served_at_terminal}: a bank's terminal reaches the person on that day. */
@Entity
@Table(name = "served_at_terminal")
@IdClass(ServedRow.Key.class)
@SuppressWarnings("NullAway.Init")
class ServedRow extends PanacheEntityBase {
    @Id
    @Column(name = "person_id")
    UUID personId;

    @Id
    String bank;

    @Id
    String terminal;

    @Column(name = "served_on")
    LocalDate servedOn;

    /** Who was served where. */
    record Key(UUID personId, String bank, String terminal) {}
}
