package org.lingbao.enrollment.worklist;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.organisation.Organisations;
import org.lingbao.enrollment.organisation.domain.Level;
import org.lingbao.enrollment.organisation.domain.OrganisationCode;
import org.lingbao.enrollment.worklist.domain.Kind;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.Caller;

/** Lists tasks of a subtree as the tree is today, and how many there are of each child. */
@ApplicationScoped
class ShowTasks {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Pool pool;
    private final Organisations organisations;
    private final BusinessDay day;

    ShowTasks(Pool pool, Organisations organisations, BusinessDay day) {
        this.pool = pool;
        this.organisations = organisations;
        this.day = day;
    }

    /**
     * What is asked for.
     *
     * @param overdue only what is open after its day
     * @param held only what this area itself has to see to
     * @param after the last one seen
     */
    record Wanted(
            OrganisationCode area,
            Optional<Kind> kind,
            Optional<TaskView.State> state,
            boolean overdue,
            boolean held,
            @Nullable UUID after,
            int most) {}

    /** Empty where there is no such area today, or it is not the caller's. */
    Uni<Optional<TaskView.Page>> list(Caller caller, Wanted wanted) {
        var today = day.today();
        var values = Tuple.of(wanted.area().code(), today)
                .addArrayOfString(names(wanted.kind(), Kind.values()))
                .addArrayOfString(names(wanted.state(), TaskView.State.values()))
                .addBoolean(wanted.overdue())
                .addUUID(Objects.requireNonNullElse(wanted.after(), BEFORE_ALL))
                .addInteger(wanted.most() + 1);
        return within(
                caller,
                wanted.area(),
                list(wanted),
                values,
                rows -> page(all(rows, row -> TaskRows.view(row, today)), wanted.most()));
    }

    private static String list(Wanted wanted) {
        if (wanted.held()) {
            return TaskSql.LIST_HELD;
        }
        return wanted.area().level().compareTo(Level.COUNTY) < 0 ? TaskSql.LIST_FAR : TaskSql.LIST_NEAR;
    }

    /** Of the one that is wanted, or of all. */
    private static String[] names(Optional<? extends Enum<?>> one, Enum<?>[] all) {
        return one.<Stream<? extends Enum<?>>>map(Stream::of)
                .orElseGet(() -> Arrays.stream(all))
                .map(Enum::name)
                .toArray(String[]::new);
    }

    /** The same of the sums. */
    Uni<Optional<TaskView.Summary>> sum(Caller caller, OrganisationCode area) {
        var today = day.today();
        return within(
                caller,
                area,
                TaskSql.SUMMARY,
                Tuple.of(area.code(), today),
                rows -> new TaskView.Summary(area.code(), today, all(rows, ShowTasks::sum)));
    }

    private <T> Uni<Optional<T>> within(
            Caller caller, OrganisationCode area, String query, Tuple values, Function<RowSet<Row>, T> read) {
        return organisations
                .isWithin(caller, area, day.today())
                .chain(within -> within
                        ? pool.preparedQuery(query).execute(values).map(rows -> Optional.of(read.apply(rows)))
                        : Uni.createFrom().item(Optional.empty()));
    }

    private static TaskView.Page page(List<TaskView> found, int most) {
        return new TaskView.Page(
                found.stream().limit(most).toList(),
                found.size() > most ? found.get(most - 1).taskId() : null);
    }

    private static TaskView.Sum sum(Row row) {
        return new TaskView.Sum(
                row.getString("area"),
                row.getString("name"),
                row.getString("level"),
                row.getLong("open"),
                row.getLong("overdue"),
                row.getLong("escalated"),
                row.getLong("done"));
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
