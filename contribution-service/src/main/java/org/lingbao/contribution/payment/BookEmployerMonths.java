package org.lingbao.contribution.payment;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.lingbao.contribution.payment.BookCollections.Booked;
import org.lingbao.contribution.payment.BookCollections.Voucher;
import org.lingbao.contribution.payment.domain.Employment;
import org.lingbao.platform.id.Ids;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/**
 * Books months of employees that a tax bureau collected from their employers, each voucher once for ever, in the caller's
 * transaction. Like all collected money it is never refused: it pays its month, or it is put in suspense with every reason.
 */
@ApplicationScoped
public class BookEmployerMonths {
    private final BookCollections collections;

    BookEmployerMonths(BookCollections collections) {
        this.collections = collections;
    }

    /**
     * One month of one employee.
     *
     * @param number 税票号码, unique within the bureau for ever
     * @param hash of all that is said of it
     * @param base the employee's (缴费工资)
     * @param personal the employee's part
     * @param employer the employer's part
     */
    public record Line(
            String number,
            ByteBuffer hash,
            UUID employment,
            YearMonth month,
            Money base,
            Money personal,
            Money employer,
            OffsetDateTime collectedAt) {}

    /** A line, the bill that it may get, and what was found against it. */
    private record Judged(long position, Line line, UUID bill, List<SuspenseReason> reasons) {
        boolean isGood() {
            return reasons.isEmpty();
        }

        Judged and(List<SuspenseReason> more) {
            return new Judged(position, line, bill, more);
        }

        /** What is suspended names no bill: the employment stands there, as it was reported. */
        Voucher voucher() {
            return new Voucher(
                    line.number(),
                    line.hash(),
                    isGood() ? bill : line.employment(),
                    line.personal().plus(line.employer()),
                    line.collectedAt());
        }
    }

    /**
     * @param bureau of the token
     * @param area what the codes of its places begin with
     * @param lines no two under one number
     * @return by voucher number
     */
    public Uni<Map<String, Booked>> handle(
            SqlConnection transaction, String bureau, String area, List<Line> lines, LocalDate today) {
        return BookCollections.alone(transaction, bureau)
                .chain(() -> employments(transaction, area, lines))
                .map(known -> judge(lines, known, today))
                .chain(judged -> bill(transaction, bureau, judged, today))
                .chain(judged -> collections.book(
                        transaction,
                        bureau,
                        area,
                        judged.stream().map(Judged::voucher).toList(),
                        Payer.OTHER,
                        judged.stream().collect(toMap(one -> one.line().number(), Judged::reasons)),
                        today));
    }

    private static Uni<Map<UUID, Employment>> employments(SqlConnection transaction, String area, List<Line> lines) {
        var asked = lines.stream().map(Line::employment).distinct().toArray(UUID[]::new);
        return transaction
                .preparedQuery(EmployedSql.RELATIONS)
                .execute(Tuple.tuple().addArrayOfUUID(asked).addString(area))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(toMap(row -> row.getUUID("relation_id"), BookEmployerMonths::employment)));
    }

    private static Employment employment(Row row) {
        var to = row.getLocalDate("to_month");
        return new Employment(
                new Place(row.getString("place")),
                YearMonth.from(row.getLocalDate("from_month")),
                to == null ? null : YearMonth.from(to));
    }

    private static List<Judged> judge(List<Line> lines, Map<UUID, Employment> known, LocalDate today) {
        return IntStream.range(0, lines.size())
                .mapToObj(position -> {
                    var line = lines.get(position);
                    var employment = known.get(line.employment());
                    var reasons = employment == null
                            ? List.of(SuspenseReason.EMPLOYMENT_UNKNOWN)
                            : employment
                                    .against(line.month(), line.base(), line.personal(), line.employer(), today)
                                    .stream()
                                    .map(reason -> SuspenseReason.valueOf(reason.name()))
                                    .toList();
                    return new Judged(position, line, Ids.next(), reasons);
                })
                .toList();
    }

    private static Uni<List<Judged>> bill(SqlConnection transaction, String bureau, List<Judged> all, LocalDate today) {
        var good = all.stream().filter(Judged::isGood).toList();
        return good.isEmpty()
                ? Uni.createFrom().item(all)
                : transaction
                        .preparedQuery(EmployedSql.BILL)
                        .execute(parameters(bureau, good, today))
                        .map(rows -> {
                            var found = new HashMap<Long, List<SuspenseReason>>();
                            rows.forEach(row -> found.put(
                                    row.getLong("position"),
                                    Arrays.stream(row.getArrayOfStrings("reasons"))
                                            .map(SuspenseReason::valueOf)
                                            .toList()));
                            return all.stream()
                                    .map(one -> one.and(found.getOrDefault(one.position(), one.reasons())))
                                    .toList();
                        });
    }

    private static Tuple parameters(String bureau, List<Judged> good, LocalDate today) {
        return Tuple.tuple()
                .addArrayOfLong(column(good, Judged::position, Long[]::new))
                .addArrayOfUUID(column(good, Judged::bill, UUID[]::new))
                .addArrayOfString(column(good, one -> one.line().number(), String[]::new))
                .addArrayOfUUID(column(good, one -> one.line().employment(), UUID[]::new))
                .addArrayOfLocalDate(column(good, one -> one.line().month().atDay(1), LocalDate[]::new))
                .addArrayOfLong(column(good, one -> one.line().base().fen(), Long[]::new))
                .addArrayOfLong(column(good, one -> one.line().personal().fen(), Long[]::new))
                .addArrayOfLong(column(good, one -> one.line().employer().fen(), Long[]::new))
                .addArrayOfLocalDate(column(good, one -> until(one.line(), today), LocalDate[]::new))
                .addString(bureau)
                .addLocalDate(today);
    }

    /** An employer owes a month until it is paid: no month closes. */
    private static LocalDate until(Line line, LocalDate today) {
        var end = line.month().atEndOfMonth();
        return end.isBefore(today) ? today : end;
    }

    private static <T> T[] column(List<Judged> all, Function<Judged, T> of, IntFunction<T[]> array) {
        return all.stream().map(of).toArray(array);
    }
}
