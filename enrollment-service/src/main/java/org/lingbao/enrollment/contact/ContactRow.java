package org.lingbao.enrollment.contact;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code contact}: a phone or an address, sealed, and the days over which it was the person's. It is ended, never deleted. */
@Entity
@Table(name = "contact")
@SuppressWarnings("NullAway.Init")
class ContactRow extends PanacheEntityBase {
    @Id
    @Column(name = "contact_id")
    UUID id;

    @Column(name = "person_id", updatable = false)
    UUID personId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Kind kind;

    @Column(name = "contact", updatable = false)
    byte[] value;

    /** Null: since the registration. */
    @Column(updatable = false)
    @Nullable
    LocalDate since;

    /** The day on which another one replaced it; null while it holds. */
    @Nullable
    LocalDate until;

    @Column(name = "actor_issuer", updatable = false)
    String actorIssuer;

    @Column(name = "actor_subject", updatable = false)
    String actorSubject;

    /** By what somebody is reached. */
    enum Kind {
        PHONE,
        ADDRESS
    }
}
