package org.lingbao.enrollment.standing;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.standing.domain.Months;
import org.lingbao.enrollment.standing.domain.PersonId;
import org.lingbao.enrollment.standing.domain.Relation;
import org.lingbao.enrollment.standing.domain.RelationId;
import org.lingbao.enrollment.standing.domain.Standing;
import org.lingbao.enrollment.standing.domain.Stretch;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** A row of {@code relation}, to be shown; what changes it is SQL. Months stand as their first day. */
@Entity
@Immutable
@Table(name = "relation")
@SuppressWarnings("NullAway.Init")
class RelationRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "person_id")
    UUID personId;

    @Enumerated(EnumType.STRING)
    Scheme scheme;

    String place;

    @Enumerated(EnumType.STRING)
    Payer standing;

    @Column(name = "from_month")
    LocalDate fromMonth;

    @Column(name = "to_month")
    @Nullable
    LocalDate toMonth;

    @Column(name = "last_payable_month")
    @Nullable
    LocalDate lastPayableMonth;

    @Column(name = "opened_on")
    LocalDate openedOn;

    @Column(name = "closed_because")
    @Enumerated(EnumType.STRING)
    Stretch.@Nullable End closedBecause;

    @Column(name = "bridged_by")
    @Nullable
    UUID bridgedBy;

    /** How the column tells the sealed {@link Standing}. */
    enum Payer {
        FLEXIBLE,
        EMPLOYED;

        static Payer of(Standing standing) {
            return switch (standing) {
                case Standing.Flexible _ -> FLEXIBLE;
                case Standing.Employed _ -> EMPLOYED;
            };
        }

        Standing over(Months months, @Nullable YearMonth lastPayable, List<Months> paused) {
            return switch (this) {
                case FLEXIBLE -> new Standing.Flexible(months, lastPayable, paused);
                case EMPLOYED -> new Standing.Employed(months);
            };
        }
    }

    Relation toRelation() {
        return toRelation(List.of());
    }

    /** @param paused which of its months */
    Relation toRelation(List<Months> paused) {
        var months = new Months(YearMonth.from(fromMonth), month(toMonth));
        var paidBy = standing.over(months, month(lastPayableMonth), paused);
        return new Relation(new RelationId(id), new PersonId(personId), scheme, new Place(place), paidBy, openedOn);
    }

    static @Nullable YearMonth month(@Nullable LocalDate firstDay) {
        return firstDay == null ? null : YearMonth.from(firstDay);
    }
}
