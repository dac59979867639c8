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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.standing.domain.Months;
import org.lingbao.enrollment.standing.domain.PersonId;
import org.lingbao.enrollment.standing.domain.Relation;
import org.lingbao.enrollment.standing.domain.RelationId;
import org.lingbao.enrollment.standing.domain.Standing;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** A row of {@code relation}. Months stand as their first day. */
@Entity
@Table(name = "relation")
@SuppressWarnings("NullAway.Init")
class RelationRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "person_id", updatable = false)
    UUID personId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Scheme scheme;

    @Column(updatable = false)
    String place;

    @Enumerated(EnumType.STRING)
    Payer standing;

    @Column(name = "from_month", updatable = false)
    LocalDate fromMonth;

    @Column(name = "to_month")
    @Nullable
    LocalDate toMonth;

    @Column(name = "last_payable_month")
    @Nullable
    LocalDate lastPayableMonth;

    @Column(name = "opened_on", updatable = false)
    LocalDate openedOn;

    /** Of a resident's relation: the employees' one for which it is suspended. */
    @Column(name = "bridged_by")
    @Nullable
    UUID bridgedBy;

    @Column(name = "bridged_on")
    @Nullable
    LocalDate bridgedOn;

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
    }

    static RelationRow of(Relation relation) {
        var row = new RelationRow();
        row.id = relation.id().value();
        row.personId = relation.personId().value();
        row.scheme = relation.scheme();
        row.place = relation.place().code();
        row.standing = Payer.of(relation.standing());
        row.fromMonth = relation.standing().months().from().atDay(1);
        row.toMonth = firstDay(relation.standing().months().to());
        row.lastPayableMonth = firstDay(relation.standing().lastPayable());
        row.openedOn = relation.openedOn();
        return row;
    }

    /** Ends with the month before the other begins; no month is left of it where it did not begin before that one. */
    void keepForBridging(Relation opened, LocalDate on) {
        var last = opened.standing().months().from().atDay(1).minusMonths(1);
        var none = fromMonth.minusMonths(1);
        toMonth = last.isBefore(none) ? none : last;
        bridgedBy = opened.id().value();
        bridgedOn = on;
    }

    Relation toRelation() {
        var months = new Months(YearMonth.from(fromMonth), month(toMonth));
        var paidBy = switch (standing) {
            case FLEXIBLE -> new Standing.Flexible(months, month(lastPayableMonth));
            case EMPLOYED -> new Standing.Employed(months);
        };
        return new Relation(new RelationId(id), new PersonId(personId), scheme, new Place(place), paidBy, openedOn);
    }

    private static @Nullable LocalDate firstDay(@Nullable YearMonth month) {
        return month == null ? null : month.atDay(1);
    }

    private static @Nullable YearMonth month(@Nullable LocalDate firstDay) {
        return firstDay == null ? null : YearMonth.from(firstDay);
    }
}
