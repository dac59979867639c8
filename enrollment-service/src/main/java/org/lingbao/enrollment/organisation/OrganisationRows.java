package org.lingbao.enrollment.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.organisation.domain.MoveDecision.Moves;
import org.lingbao.enrollment.organisation.domain.Node;
import org.lingbao.enrollment.organisation.domain.OrganisationCode;

/** The table organisation. A row is ended, never changed otherwise. */
@ApplicationScoped
class OrganisationRows {
    private static final String LOCK =
            "select code, parent, valid_from from organisation where code = $1 and valid_to is null for update";

    private static final String ON_DAY = """
            select code, parent, valid_from from organisation where code = $1 and holds(valid_from, valid_to, $2)""";

    private static final String MOVE = """
            with ended as (
                update organisation set valid_to = $3::date - 1 where code = $1 and valid_to is null returning code, level, name
            )
            insert into organisation (code, level, name, parent, valid_from, untold) select code, level, name, $2, $3, true from ended""";

    private static final String ADD = """
            insert into organisation (code, level, name, parent, valid_from) values ($1, $2, $3, $4, $5) on conflict do nothing""";

    private static final String HISTORY = """
            select code, level, name, parent, valid_from, valid_to, holds(valid_from, valid_to, $2) as holds
            from organisation where code = $1 and ($3::text is null or lies_in($1, $3, $4)) order by valid_from nulls first""";

    private static final String ABOVE = """
            with recursive up as (
                select parent as code, 1 as steps from organisation where code = $1 and holds(valid_from, valid_to, $2)
                union all
                select o.parent, steps + 1 from up join organisation o using (code) where holds(o.valid_from, o.valid_to, $2)
            )
            select o.code, o.level, o.name from up join organisation o using (code)
            where holds(o.valid_from, o.valid_to, $2) order by steps desc""";

    private static final String CHILDREN = """
            select code, level, name from organisation
            where parent = $1 and holds(valid_from, valid_to, $2) and code > $3 order by code limit $4""";

    /** As it hangs last, by all moves that are known; nobody else moves it until the transaction ends. */
    Uni<Optional<Node>> lock(SqlConnection transaction, OrganisationCode code) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(code.code()))
                .map(rows -> first(rows, OrganisationRows::node));
    }

    Uni<Optional<Node>> on(SqlClient client, OrganisationCode code, LocalDate day) {
        return client.preparedQuery(ON_DAY)
                .execute(Tuple.of(code.code(), day))
                .map(rows -> first(rows, OrganisationRows::node));
    }

    Uni<Void> move(SqlConnection transaction, Moves move) {
        return transaction
                .preparedQuery(MOVE)
                .execute(Tuple.of(move.code().code(), move.parent().code(), move.from()))
                .replaceWithVoid();
    }

    /** @return false where another operator has taken it in meanwhile */
    Uni<Boolean> add(SqlConnection transaction, Moves added, String name) {
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.of(
                        added.code().code(),
                        added.code().level().name(),
                        name,
                        added.parent().code(),
                        added.from()))
                .map(rows -> rows.rowCount() == 1);
    }

    /**
     * All rows of it, the oldest first, where it lies in an area today.
     *
     * @param area null: anywhere
     */
    Uni<List<OrganisationView.Held>> history(
            SqlClient client, OrganisationCode code, LocalDate day, @Nullable String area, LocalDate today) {
        return client.preparedQuery(HISTORY)
                .execute(Tuple.of(code.code(), day, area, today))
                .map(rows -> all(rows, OrganisationRows::held));
    }

    Uni<List<OrganisationView.Line>> above(SqlClient client, OrganisationCode code, LocalDate day) {
        return client.preparedQuery(ABOVE)
                .execute(Tuple.of(code.code(), day))
                .map(rows -> all(rows, OrganisationRows::line));
    }

    Uni<List<OrganisationView.Line>> children(
            SqlClient client, OrganisationCode code, LocalDate day, String after, int most) {
        return client.preparedQuery(CHILDREN)
                .execute(Tuple.of(code.code(), day, after, most))
                .map(rows -> all(rows, OrganisationRows::line));
    }

    private static Node node(Row row) {
        var parent = row.getString("parent");
        return new Node(
                new OrganisationCode(row.getString("code")),
                parent == null ? null : new OrganisationCode(parent),
                row.getLocalDate("valid_from"));
    }

    private static OrganisationView.Held held(Row row) {
        return new OrganisationView.Held(
                line(row),
                row.getString("parent"),
                row.getLocalDate("valid_from"),
                row.getLocalDate("valid_to"),
                row.getBoolean("holds"));
    }

    private static OrganisationView.Line line(Row row) {
        return new OrganisationView.Line(row.getString("code"), row.getString("level"), row.getString("name"));
    }

    private static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> read) {
        return all(rows, read).stream().findFirst();
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
