package org.lingbao.transfer.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lingbao.transfer.transfer.domain.Correspondence;
import org.lingbao.transfer.transfer.domain.DocumentType;
import org.lingbao.transfer.transfer.domain.Reason;
import org.lingbao.transfer.transfer.domain.Receipt;
import org.lingbao.transfer.transfer.domain.Receipt.Verdict;
import org.lingbao.transfer.transfer.domain.Sequence;

/** The correspondence of a case as rows of transfer_message. */
@ApplicationScoped
class Messages {
    private static final Map<String, DocumentType> TYPES =
            Stream.of(DocumentType.values()).collect(Collectors.toUnmodifiableMap(DocumentType::code, type -> type));

    private static final String FIND = """
            select direction, sequence, document, verdict, reasons from transfer_message
            where case_id = $1 and partner = $2 order by sequence""";

    private static final String SENT = """
            insert into transfer_message (case_id, partner, direction, sequence, document, dated)
            values ($1, $2, 'SENT', $3, $4, $5)""";

    private static final String RECEIVED = """
            insert into transfer_message
                (case_id, partner, direction, sequence, document, dated, verdict, reasons, answered_on)
            values ($1, $2, 'RECEIVED', $3, $4, $5, $6, $7, $5)""";

    private static final String HEARD = """
            update transfer_message set verdict = $4, reasons = $5, answered_on = $6
            where case_id = $1 and partner = $2 and direction = 'SENT' and sequence = $3""";

    /** @throws java.util.NoSuchElementException for what is no document of a transfer */
    static DocumentType type(String code) {
        return Optional.ofNullable(TYPES.get(code)).orElseThrow();
    }

    Uni<Correspondence> of(SqlConnection transaction, UUID id, String partner) {
        return transaction.preparedQuery(FIND).execute(Tuple.of(id, partner)).map(rows -> {
            var sent = 0;
            var heard = 0;
            var given = new ArrayList<Receipt>();
            for (var row : rows) {
                if (row.getString("direction").equals("RECEIVED")) {
                    given.add(receipt(row));
                } else {
                    sent++;
                    heard += row.getString("verdict") == null ? 0 : 1;
                }
            }
            return new Correspondence(sent, heard, given);
        });
    }

    private static Receipt receipt(Row row) {
        var reasons =
                Stream.of(row.getArrayOfStrings("reasons")).map(Reason::new).toList();
        return new Receipt(
                new Sequence(row.getInteger("sequence")),
                type(row.getString("document")),
                reasons.isEmpty() ? new Verdict.Accepted() : new Verdict.Rejected(reasons));
    }

    /** One more message of this side, without its document. */
    Uni<Void> sent(SqlConnection transaction, Docket docket, DocumentType type, LocalDate today) {
        var message = Tuple.of(
                docket.id().value(), docket.partner(), docket.mail().next().value(), type.code(), today);
        return transaction.preparedQuery(SENT).execute(message).replaceWithVoid();
    }

    /** One more message of the other side, with the receipt that it gets. */
    Uni<Void> received(SqlConnection transaction, Docket docket, Receipt receipt, LocalDate today) {
        return transaction
                .preparedQuery(RECEIVED)
                .execute(Tuple.from(Arrays.asList(
                        docket.id().value(),
                        docket.partner(),
                        receipt.sequence().value(),
                        receipt.document().code(),
                        today,
                        word(receipt.verdict()),
                        codes(receipt.verdict()))))
                .replaceWithVoid();
    }

    /** The receipt for a message of this side. */
    Uni<Void> heard(SqlConnection transaction, Docket docket, Receipt receipt, LocalDate today) {
        return transaction
                .preparedQuery(HEARD)
                .execute(Tuple.from(Arrays.asList(
                        docket.id().value(),
                        docket.partner(),
                        receipt.sequence().value(),
                        word(receipt.verdict()),
                        codes(receipt.verdict()),
                        today)))
                .replaceWithVoid();
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted() -> "ACCEPTED";
            case Verdict.Rejected _ -> "REJECTED";
        };
    }

    private static String[] codes(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted() -> new String[0];
            case Verdict.Rejected(var reasons) -> codes(reasons);
        };
    }

    static String[] codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).toArray(String[]::new);
    }
}
