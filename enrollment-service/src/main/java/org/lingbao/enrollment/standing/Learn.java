package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.lingbao.enrollment.person.Registry;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.rules.value.Scheme;

/**
 * Takes in what other services tell of a person's standing, in the transaction of the event: the fact is kept, and the relations
 * are reckoned anew. A fact that is known already changes nothing. The person is locked first, as by an application, so that
 * the two come one after the other.
 */
@ApplicationScoped
class Learn {
    private static final String MOVED = """
            insert into moved_out (person_id, completed_on, province) values ($1, $2, $3) on conflict do nothing""";

    /** What was joined in the province by then and has not moved before; what was joined since is a later one. */
    private static final String MOVED_JOINED = """
            update relation set moved_on = $2
            where person_id = $1 and scheme = 'EMPLOYEE' and standing = 'FLEXIBLE' and root is null and moved_on is null
              and starts_with(place, left($3, 2)) and opened_on <= $2""";

    private static final String PAID = """
            insert into paid_month (person_id, month) select $1, unnest($2::date[]) on conflict do nothing""";

    private static final String NOT_PAID = "delete from paid_month where person_id = $1 and month = any($2::date[])";

    private static final String YEAR_PAID = """
            insert into paid_year (person_id, year) values ($1, $2) on conflict do nothing""";

    /** In whatever scheme, whoever paid: who has it can be nobody's duplicate. */
    private static final String BOOKED = "insert into money_booked (person_id) values ($1) on conflict do nothing";

    private final Registry registry;
    private final EmploymentRows employments;
    private final Refold refold;
    private final Outbox outbox;
    private final BusinessDay day;

    Learn(Registry registry, EmploymentRows employments, Refold refold, Outbox outbox, BusinessDay day) {
        this.registry = registry;
        this.employments = employments;
        this.refold = refold;
        this.outbox = outbox;
        this.day = day;
    }

    /** Nothing where the rights came in, and of who is not known here. */
    Uni<Void> moved(SqlConnection transaction, TransferCompleted completed) {
        return completed.movedOut()
                ? registry.lockSurvivor(transaction, completed.personId())
                        .chain(known -> known.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : movedOut(transaction, completed, known.get()))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> movedOut(SqlConnection transaction, TransferCompleted completed, UUID person) {
        var on = completed.completedOn();
        var fact = Tuple.of(person, on, completed.province().code());
        return transaction
                .preparedQuery(MOVED)
                .execute(fact)
                .chain(() -> transaction.preparedQuery(MOVED_JOINED).execute(fact))
                .chain(() -> refold.of(transaction, person, on));
    }

    /** Nothing where it is another scheme's, or an employer paid. */
    Uni<Void> paid(SqlConnection transaction, MonthPaid paid) {
        return paid.isOwn()
                ? locked(transaction, paid.personId()).chain(person -> change(transaction, PAID, person, paid.months()))
                : Uni.createFrom().voidItem();
    }

    /** They were never paid: a bank had reported it by mistake. */
    Uni<Void> reversed(SqlConnection transaction, PaymentReversed reversed) {
        return reversed.scheme() == Scheme.EMPLOYEE
                ? locked(transaction, reversed.personId())
                        .chain(person -> change(transaction, NOT_PAID, person, reversed.months()))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> change(SqlConnection transaction, String statement, UUID person, List<YearMonth> which) {
        var months = which.stream().map(month -> month.atDay(1)).toArray(LocalDate[]::new);
        return transaction
                .preparedQuery(statement)
                .execute(Tuple.of(person).addArrayOfLocalDate(months))
                .chain(kept -> kept.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : refold.of(transaction, person, day.today()));
    }

    /** A year of the resident scheme; it moves no relation there, for no employer has months in it. */
    Uni<Void> paid(SqlConnection transaction, YearPaid paid) {
        return paid.scheme() == Scheme.RESIDENT
                ? locked(transaction, paid.personId())
                        .chain(person -> transaction
                                .preparedQuery(YEAR_PAID)
                                .execute(Tuple.of(person, paid.year().getValue())))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /** That there is money of the person; nothing of who is not known here. */
    Uni<Void> booked(SqlConnection transaction, UUID person) {
        return registry.lockSurvivor(transaction, person)
                .chain(known -> known.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : transaction
                                .preparedQuery(BOOKED)
                                .execute(Tuple.of(known.get()))
                                .replaceWithVoid());
    }

    /** A hire that job matching tells of; the person is known here, for matching has it from here. */
    Uni<Void> hired(SqlConnection transaction, Hired hired) {
        return locked(transaction, hired.personId()).chain(person -> {
            var employment = hired.toEmployment(person);
            return employments
                    .insert(transaction, employment)
                    .chain(inserted -> inserted
                            ? outbox.append(
                                            transaction,
                                            EmploymentStartedV1.TYPE,
                                            person,
                                            EmploymentStartedV1.of(employment))
                                    .chain(() -> refold.of(transaction, person, day.today()))
                            : Uni.createFrom().voidItem());
        });
    }

    /** Who it is today: whoever tells may not have heard yet that the person was merged. */
    private Uni<UUID> locked(SqlConnection transaction, UUID person) {
        return registry.lockSurvivor(transaction, person)
                .map(known -> known.orElseThrow(
                        () -> new IllegalStateException("an event of a person who is not registered")));
    }
}
