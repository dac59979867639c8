package org.lingbao.enrollment.certification;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.standing.PausedMonths;
import org.lingbao.enrollment.standing.domain.Months;
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

    /** Months as {@link PausedMonths#text} has them, with spaces between. */
    String paused;

    @Column(name = "issued_on")
    LocalDate issuedOn;

    List<Months> pausedMonths() {
        return paused.isEmpty()
                ? List.of()
                : Arrays.stream(paused.split(" ", -1)).map(PausedMonths::parse).toList();
    }

    /** Who pays. */
    enum Payer {
        FLEXIBLE,
        EMPLOYED
    }
}
