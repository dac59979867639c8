package org.lingbao.enrollment.onething;

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

/** A row of {@code one_thing}. {@link OneThings} inserts it; what becomes of the plan is written by the events that tell of it. */
@Entity
@Immutable
@Table(name = "one_thing")
@SuppressWarnings("NullAway.Init")
class OneThingRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "person_id")
    UUID personId;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    @Column(name = "registration_id")
    @Nullable
    UUID registrationId;

    @Column(name = "application_id")
    @Nullable
    UUID applicationId;

    @Column(name = "from_month")
    @Nullable
    LocalDate fromMonth;

    @ColumnTransformer(read = "cast(reasons as text)")
    String reasons;

    @Enumerated(EnumType.STRING)
    @Column(name = "plan_state")
    PlanState planState;

    @Column(name = "plan_id")
    @Nullable
    UUID planId;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    /** What was decided at once. */
    enum Outcome {
        ACCEPTED,
        REFUSED
    }

    /** What is known of the plan. */
    enum PlanState {
        /** Nobody was asked: the application was refused. */
        NONE,
        /** Contribution has been asked. */
        WISHED,
        /** There is a plan. */
        CHOSEN,
        /** Contribution refused; {@code reasons} say why. */
        REFUSED
    }
}
