package org.lingbao.enrollment.delegation;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** A row of {@code delegation}. It is ended, never deleted. */
@Entity
@Table(name = "delegation")
@SuppressWarnings("NullAway.Init")
class DelegationRow extends PanacheEntityBase {
    @Id
    @Column(name = "delegation_id")
    UUID id;

    @Column(name = "person_id", updatable = false)
    UUID personId;

    @Column(name = "delegate_id", updatable = false)
    UUID delegateId;

    /** In the order of the alphabet. */
    @Column(updatable = false, columnDefinition = "text[]")
    String[] purposes;

    @Column(name = "from_day", updatable = false)
    LocalDate fromDay;

    @Column(name = "until_day", updatable = false)
    LocalDate untilDay;

    @Column(name = "granted_on", updatable = false)
    LocalDate grantedOn;

    @Column(name = "ended_on")
    @Nullable
    LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_because")
    @Nullable
    Because endedBecause;

    /** Whether one of the two has died, which ends what a delegation is worth. */
    @Formula("(has_died(person_id) or has_died(delegate_id))")
    boolean died;

    /** Why it ended before its last day. */
    enum Because {
        /** It was taken back. */
        REVOKED,
        /** The delegate would not act any more. */
        RENOUNCED,
        /** The person turned out to be another one, who is asked again. */
        MERGED
    }
}
