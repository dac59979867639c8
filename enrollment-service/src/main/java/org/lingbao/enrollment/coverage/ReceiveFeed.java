package org.lingbao.enrollment.coverage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.lingbao.enrollment.coverage.FeedLines.Read;
import org.lingbao.enrollment.coverage.FeedView.State;
import org.lingbao.enrollment.lines.PartLines;
import org.lingbao.enrollment.lines.Wrong;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/**
 * Takes a population file in parts, each in one transaction: in any order, beside each other, and again after a failure. The same
 * file announced again is the same feed, the same part sent again changes nothing.
 */
@ApplicationScoped
class ReceiveFeed {
    private static final int MOST_NAMED = 20;

    private final Pool pool;
    private final Audit audit;
    private final BusinessDay day;

    ReceiveFeed(Pool pool, Audit audit, BusinessDay day) {
        this.pool = pool;
        this.audit = audit;
        this.day = day;
    }

    /** @param created whether it was not known yet */
    record Begun(UUID feedId, boolean created) {}

    /** A part that was read, ready to be written. */
    record Part(int number, byte[] digest, Read read, List<SealedLines> sealed) {}

    Uni<Begun> begin(Caller caller, FeedRequest request) {
        var id = Ids.next();
        var digest = Buffer.buffer(HexFormat.of().parseHex(request.digest()));
        var asOf = LocalDate.parse(request.asOf());
        var values = Arrays.<Object>asList(
                id, request.area(), asOf, digest, request.parts(), day.today(), caller.issuer(), caller.subject());
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(FeedSql.BEGIN)
                .execute(Tuple.from(values))
                .chain(begun -> begun.rowCount() == 1
                        ? audited(transaction, caller, "coverage.begin").replaceWith(new Begun(id, true))
                        : transaction
                                .preparedQuery(FeedSql.FIND_SAME)
                                .execute(Tuple.of(request.area(), asOf, digest))
                                .map(rows -> same(rows.iterator().next(), request))));
    }

    private static Begun same(Row row, FeedRequest request) {
        if (row.getInteger("parts") != request.parts()) {
            throw new ProblemException(Problem.conflict("feed-differs", new Violation("COVERAGE_PARTS_DIFFER")));
        }
        return new Begun(row.getUUID("feed_id"), false);
    }

    Uni<FeedView.Part> take(UUID feed, Part part) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(FeedSql.LOCK_FOR_PART)
                .execute(Tuple.of(feed))
                .chain(rows -> take(transaction, feed, found(rows), part)));
    }

    private Uni<FeedView.Part> take(SqlConnection transaction, UUID feed, Row row, Part part) {
        if (part.number() > row.getInteger("parts")) {
            throw new ProblemException(Problem.notFound());
        }
        return transaction
                .preparedQuery(FeedSql.CLAIM_PART)
                .execute(Tuple.of(
                        feed,
                        part.number(),
                        Buffer.buffer(part.digest()),
                        part.read().lines()))
                .chain(claimed -> {
                    if (claimed.rowCount() == 0) {
                        return Uni.createFrom().voidItem();
                    }
                    if (State.valueOf(row.getString("state")) != State.RECEIVING) {
                        throw new ProblemException(
                                Problem.conflict("feed-complete", new Violation("COVERAGE_FEED_COMPLETE")));
                    }
                    return write(transaction, feed, row, part);
                })
                .chain(() -> transaction.preparedQuery(FeedSql.FIND_PART).execute(Tuple.of(feed, part.number())))
                .map(rows -> taken(rows.iterator().next(), part));
    }

    private static FeedView.Part taken(Row row, Part part) {
        if (!MessageDigest.isEqual(row.getBuffer("digest").getBytes(), part.digest())) {
            throw new ProblemException(Problem.conflict("feed-differs", new Violation("COVERAGE_PART_DIFFERS")));
        }
        return new FeedView.Part(part.number(), row.getInteger("lines"), row.getLong("wrong"));
    }

    private static Uni<Void> write(SqlConnection transaction, UUID feed, Row row, Part part) {
        return each(
                        part.sealed(),
                        lines -> transaction
                                .preparedQuery(FeedSql.LINES)
                                .execute(Tuple.from(Arrays.<Object>asList(
                                        feed,
                                        part.number(),
                                        row.getString("area"),
                                        row.getLocalDate("as_of"),
                                        lines.lines(),
                                        lines.communities(),
                                        lines.indexes(),
                                        lines.names(),
                                        lines.numbers())))
                                .replaceWithVoid())
                .chain(() -> each(
                        PartLines.inPieces(part.read().wrong(), SealedLines.AT_ONCE)
                                .toList(),
                        wrong -> transaction
                                .preparedQuery(FeedSql.WRONG)
                                .execute(Tuple.from(Arrays.<Object>asList(
                                        feed,
                                        part.number(),
                                        wrong.stream().map(Wrong::line).toArray(Integer[]::new),
                                        wrong.stream()
                                                .map(one -> String.join(" ", one.reasons()))
                                                .toArray(String[]::new))))
                                .replaceWithVoid()));
    }

    private static <T> Uni<Void> each(List<T> all, Function<T, Uni<? extends Void>> write) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(write)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** From now on it is compared; again changes nothing, also while it is. 422 with all that is missing or differs. */
    Uni<Void> complete(Caller caller, UUID feed) {
        return pool.preparedQuery(FeedSql.STATE)
                .execute(Tuple.of(feed))
                .map(ReceiveFeed::found)
                .chain(row -> State.valueOf(row.getString("state")) == State.RECEIVING
                        ? completeNow(caller, feed)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> completeNow(Caller caller, UUID feed) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(FeedSql.LOCK)
                .execute(Tuple.of(feed))
                .map(ReceiveFeed::found)
                .chain(row -> State.valueOf(row.getString("state")) != State.RECEIVING
                        ? Uni.createFrom().voidItem()
                        : transaction
                                .preparedQuery(FeedSql.PARTS)
                                .execute(Tuple.of(feed))
                                .invoke(parts -> refuseUnlessWhole(row, parts))
                                .chain(() -> transaction
                                        .preparedQuery(FeedSql.COMPARE_NEXT)
                                        .execute(Tuple.of(feed)))
                                .chain(() -> audited(transaction, caller, "coverage.compare"))));
    }

    private static void refuseUnlessWhole(Row feed, RowSet<Row> parts) {
        var there = StreamSupport.stream(parts.spliterator(), false)
                .map(row -> row.getInteger("part"))
                .collect(Collectors.toUnmodifiableSet());
        var violations = new ArrayList<Violation>();
        for (var part = 1; part <= feed.getInteger("parts") && violations.size() < MOST_NAMED; part++) {
            if (!there.contains(part)) {
                violations.add(new Violation("COVERAGE_PART_MISSING").with("part", part));
            }
        }
        var digest = StreamSupport.stream(parts.spliterator(), false)
                .map(row -> row.getString("digest"))
                .collect(Collectors.joining());
        if (violations.isEmpty()
                && !MessageDigest.isEqual(
                        PartLines.digest(digest.getBytes(US_ASCII)),
                        feed.getBuffer("digest").getBytes())) {
            violations.add(new Violation("COVERAGE_DIGEST_DIFFERS"));
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(Problem.unprocessable("feed-not-whole", violations));
        }
    }

    private static Row found(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw new ProblemException(Problem.notFound());
        }
        return rows.iterator().next();
    }

    private Uni<Void> audited(SqlConnection transaction, Caller caller, String action) {
        return audit.record(transaction, Audit.Entry.ofNobody(caller, action, "compares a population file"));
    }
}
