package org.lingbao.contribution.insured;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.lingbao.asking.scope.Reach;
import org.lingbao.contribution.ledger.Accounts;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** What other features ask of relations. */
@ApplicationScoped
public class Relations {
    private static final String FIND =
            """
            select r.relation_id, r.place, r.from_month, r.to_month, r.last_payable_month, r.standing,
                   r.paused @> cast($3 as date) as paused,
                   exists (select from account_balance a where a.account_kind = 'PERSON' and a.account_owner = %s
                           and a.sealed_by is not null) as sealed
            from relation r where r.person_id = $1 and r.scheme = $2 and %s and (r.to_month is null
                or r.from_month <= $3 and r.to_month >= $3 and exists (select from relation later
                    where later.person_id = $1 and later.scheme = $2 and later.to_month is null and later.from_month > $3))
            order by r.to_month is null limit 1 for share of r""".formatted(Accounts.ownerOf("r.person_id", "r.scheme"), Reach.condition("r.person_id", "false", 4));

    /**
     * Finds the live relation of a person in a scheme on the connection of a running transaction; it lives until that ends.
     * Where that begins only later (the person is hired for next month), the one before it that has the month. One that
     * enrollment has not told of and one that the caller may not see are not told apart.
     */
    public Uni<Optional<Relation>> find(
            SqlConnection transaction, AccessScope scope, UUID person, Scheme scheme, YearMonth month) {
        var parameters = Reach.of(scope).addTo(Tuple.of(person, scheme.name(), month.atDay(1)));
        return transaction
                .preparedQuery(FIND)
                .execute(parameters)
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(read(rows.iterator().next())));
    }

    private static Relation read(Row row) {
        var last = row.getLocalDate("last_payable_month");
        var to = row.getLocalDate("to_month");
        return new Relation(
                row.getUUID("relation_id"),
                new Place(row.getString("place")),
                YearMonth.from(row.getLocalDate("from_month")),
                to == null ? null : YearMonth.from(to),
                last == null ? null : YearMonth.from(last),
                row.getString("standing").equals("FLEXIBLE"),
                row.getBoolean("sealed"),
                row.getBoolean("paused"));
    }
}
