package org.lingbao.enrollment.person;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A row of {@code login}: whose token is whose person. */
@Entity
@Table(name = "login")
@IdClass(LoginRow.Key.class)
@SuppressWarnings("NullAway.Init")
class LoginRow extends PanacheEntityBase {
    @Id
    String issuer;

    @Id
    String subject;

    @Column(name = "person_id")
    UUID personId;

    @Column(name = "linked_on")
    LocalDate linkedOn;

    /** What a token says about who it is. */
    record Key(String issuer, String subject) {}
}
