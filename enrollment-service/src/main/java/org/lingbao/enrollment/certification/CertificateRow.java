package org.lingbao.enrollment.certification;

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
import org.lingbao.rules.value.Scheme;

/** A row of {@code certificate}: what was certified of a relation. Never changed; what changed is certified by another one. */
@Entity
@Immutable
@Table(name = "certificate")
@SuppressWarnings("NullAway.Init")
class CertificateRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "verification_code")
    String verificationCode;

    @Column(name = "relation_id")
    UUID relationId;

    @Column(name = "person_id")
    UUID personId;

    @Enumerated(EnumType.STRING)
    Scheme scheme;

    String place;

    @Enumerated(EnumType.STRING)
    Payer payer;

    @Column(name = "from_month")
    LocalDate fromMonth;

    @Column(name = "to_month")
    @Nullable
    LocalDate toMonth;

    @Column(name = "issued_on")
    LocalDate issuedOn;

    /** Who pays. */
    enum Payer {
        FLEXIBLE,
        EMPLOYED
    }
}
