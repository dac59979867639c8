package org.lingbao.enrollment.channel;

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

/** A row of {@code act}: how a record came to be. Never changed. */
@Entity
@Immutable
@Table(name = "act")
@SuppressWarnings("NullAway.Init")
class ActRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    Acts.Of kind;

    @Column(name = "record_id")
    UUID recordId;

    @Column(name = "person_id")
    UUID personId;

    String channel;

    String client;

    @Nullable
    String device;

    @Column(name = "actor_issuer")
    String actorIssuer;

    @Column(name = "actor_subject")
    String actorSubject;

    @Column(name = "operator_place")
    @Nullable
    String operatorPlace;

    @Column(name = "confirmed_by")
    @Nullable
    String confirmedBy;

    @Column(name = "confirmation_reference")
    @Nullable
    String confirmationReference;

    @Column(name = "delegation_id")
    @Nullable
    UUID delegationId;

    @Column(name = "acted_on")
    LocalDate actedOn;
}
