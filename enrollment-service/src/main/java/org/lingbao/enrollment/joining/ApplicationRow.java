package org.lingbao.enrollment.joining;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.enrollment.Category;
import org.lingbao.rules.enrollment.Ground;
import org.lingbao.rules.value.Scheme;

/**
 * A row of {@code application}: what was asked, what was decided and why, who acted and through what. Never changed;
 * {@link Applications} writes it.
 */
@Entity
@Immutable
@Table(name = "application")
@SuppressWarnings("NullAway.Init")
class ApplicationRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "person_id")
    UUID personId;

    @Enumerated(EnumType.STRING)
    Scheme scheme;

    String place;

    @Enumerated(EnumType.STRING)
    Category category;

    @ColumnTransformer(read = "cast(facts as text)")
    String facts;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    @Enumerated(EnumType.STRING)
    @Nullable
    Ground ground;

    @ColumnTransformer(read = "cast(findings as text)")
    String findings;

    @ColumnTransformer(read = "cast(decision as text)")
    String decision;

    @Column(name = "relation_id")
    @Nullable
    UUID relationId;

    @Column(name = "from_month")
    @Nullable
    LocalDate fromMonth;

    @Column(name = "receipt_number")
    String receiptNumber;

    @Column(name = "verification_code")
    String verificationCode;

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

    @Column(name = "decided_on")
    LocalDate decidedOn;

    /** What became of it. */
    enum Outcome {
        ACCEPTED,
        REFUSED
    }
}
