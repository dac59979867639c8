package org.lingbao.contribution.payment;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lingbao.contribution.payment.domain.AttestedDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.trace.Traces;
import org.lingbao.rules.value.Money;

/**
 * Books money that a tax bureau collected, each voucher once for ever, in the caller's transaction. It is never refused:
 * it pays its bill, or it is put in suspense with every reason.
 */
@ApplicationScoped
public class BookCollections {
    private static final char SERVICE = 'C';

    /** Of one bureau one transaction books at a time: which vouchers are known does not change under the statement. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('tax-results ' || $1, 0))";

    /** A plan for the size at hand: joins that suit one report would compare a thousand with a thousand. */
    private static final String PLAN_FOR_THIS_SIZE = "set local plan_cache_mode = force_custom_plan";

    private final Outbox outbox;
    private final String cell;
    private final Duration tolerance;

    BookCollections(
            Outbox outbox,
            @ConfigProperty(name = "lingbao.cell") String cell,
            @ConfigProperty(name = "lingbao.tax.tolerance", defaultValue = "P10D") Duration tolerance) {
        this.outbox = outbox;
        this.cell = cell;
        this.tolerance = tolerance;
    }

    /**
     * One voucher (税票).
     *
     * @param number unique within the bureau, for ever
     * @param hash of all that is said of it, so that another voucher under the same number is found out
     */
    public record Voucher(String number, ByteBuffer hash, UUID bill, Money amount, OffsetDateTime collectedAt) {}

    /**
     * What became of a voucher, now or when it came first.
     *
     * @param sameVoucher whether it says what was booked under its number
     * @param reasons codes, see {@link SuspenseReason}; none where it paid its bill
     */
    public record Booked(String receiptNumber, boolean sameVoucher, List<String> reasons) {
        public Booked {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * @param bureau of the token
     * @param area what the codes of its places begin with
     * @param vouchers no two under one number
     * @return by voucher number
     */
    public Uni<Map<String, Booked>> handle(
            SqlConnection transaction, String bureau, String area, List<Voucher> vouchers, LocalDate today) {
        return alone(transaction, bureau)
                .chain(() -> book(transaction, bureau, area, vouchers, Payer.INSURED, Map.of(), today));
    }

    /** Nobody else books of this bureau until the transaction ends. */
    static Uni<Void> alone(SqlConnection transaction, String bureau) {
        return transaction
                .preparedQuery(ALONE)
                .execute(Tuple.of(bureau))
                .chain(() -> transaction.query(PLAN_FOR_THIS_SIZE).execute())
                .replaceWithVoid();
    }

    /**
     * The same, alone already.
     *
     * @param found what was found wrong before, by voucher number
     */
    Uni<Map<String, Booked>> book(
            SqlConnection transaction,
            String bureau,
            String area,
            List<Voucher> vouchers,
            Payer payer,
            Map<String, List<SuspenseReason>> found,
            LocalDate today) {
        return transaction
                .preparedQuery(PaymentSql.BOOK_MANY)
                .execute(parameters(bureau, area, vouchers, today)
                        .addString(payer.name())
                        .addArrayOfString(Column.of(vouchers, voucher -> written(found, voucher), String[]::new))
                        .addString(Traces.current()))
                .invoke(outbox::wakeRelay)
                .chain(() -> transaction.preparedQuery(PaymentSql.FIND_MANY).execute(numbers(bureau, vouchers)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(toMap(row -> row.getString("reference"), BookCollections::booked)));
    }

    private static String written(Map<String, List<SuspenseReason>> found, Voucher voucher) {
        return found.getOrDefault(voucher.number(), List.of()).stream()
                .map(SuspenseReason::name)
                .collect(joining(" "));
    }

    private static Booked booked(Row row) {
        return new Booked(
                row.getString("receipt_number"),
                row.getBoolean("same_body"),
                List.of(row.getArrayOfStrings("reasons")));
    }

    private Tuple parameters(String bureau, String area, List<Voucher> vouchers, LocalDate today) {
        return Tuple.tuple()
                .addString(cell + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(today) + "-")
                .addString(area)
                .addString(bureau)
                .addLocalDate(today)
                .addArrayOfUUID(Column.of(vouchers, any -> Ids.next(), UUID[]::new))
                .addArrayOfUUID(Column.of(vouchers, any -> Ids.next(), UUID[]::new))
                .addArrayOfUUID(Column.of(vouchers, any -> Ids.next(), UUID[]::new))
                .addArrayOfString(Column.of(vouchers, any -> Ids.verificationCode(SERVICE), String[]::new))
                .addArrayOfString(Column.of(vouchers, Voucher::number, String[]::new))
                .addValue(Column.ofBytes(vouchers, Voucher::hash))
                .addArrayOfUUID(Column.of(vouchers, Voucher::bill, UUID[]::new))
                .addArrayOfLong(Column.of(vouchers, voucher -> voucher.amount().fen(), Long[]::new))
                .addArrayOfOffsetDateTime(Column.of(vouchers, Voucher::collectedAt, OffsetDateTime[]::new))
                .addArrayOfLocalDate(Column.of(vouchers, voucher -> paidOn(voucher, today), LocalDate[]::new));
    }

    private static Tuple numbers(String bureau, List<Voucher> vouchers) {
        return Tuple.tuple()
                .addString(bureau)
                .addArrayOfString(Column.of(vouchers, Voucher::number, String[]::new))
                .addValue(Column.ofBytes(vouchers, Voucher::hash));
    }

    private LocalDate paidOn(Voucher voucher, LocalDate today) {
        return AttestedDay.of(voucher.collectedAt().toInstant(), today, tolerance);
    }
}
