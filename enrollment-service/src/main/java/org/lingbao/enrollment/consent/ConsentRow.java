package org.lingbao.enrollment.consent;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code consent}. It is ended, never deleted. */
@Entity
@Table(name = "consent")
@SuppressWarnings("NullAway.Init")
class ConsentRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "person_id", updatable = false)
    UUID personId;

    @Column(updatable = false)
    String purpose;

    @Column(updatable = false)
    int version;

    @Column(name = "granted_on", updatable = false)
    LocalDate grantedOn;

    @Column(name = "ended_on")
    @Nullable
    LocalDate endedOn;

    @Column(name = "actor_issuer", updatable = false)
    String actorIssuer;

    @Column(name = "actor_subject", updatable = false)
    String actorSubject;

    boolean isLive() {
        return endedOn == null;
    }

    ConsentView view() {
        return new ConsentView(personId, purpose, version, grantedOn);
    }
}
