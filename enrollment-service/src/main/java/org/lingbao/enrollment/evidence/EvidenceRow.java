package org.lingbao.enrollment.evidence;

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
import org.lingbao.enrollment.evidence.domain.Kind;
import org.lingbao.enrollment.evidence.domain.Paper;
import org.lingbao.rules.value.Place;

/** A row of {@code evidence}. The number is sealed. Never changed: another endorsement is another row. */
@Entity
@Immutable
@Table(name = "evidence")
@SuppressWarnings("NullAway.Init")
class EvidenceRow extends PanacheEntityBase {
    @Id
    @Column(name = "evidence_id")
    UUID id;

    @Column(name = "person_id")
    UUID personId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    byte[] number;

    String place;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    @Nullable
    LocalDate validTo;

    boolean electronic;

    /** Whether a clerk saw it; else the person named it. */
    boolean seen;

    @Column(name = "stated_on")
    LocalDate statedOn;

    @Column(name = "actor_issuer")
    String actorIssuer;

    @Column(name = "actor_subject")
    String actorSubject;

    Paper paper() {
        return new Paper(kind, new Place(place), validFrom, validTo);
    }
}
