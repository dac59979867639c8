package org.lingbao.enrollment.takeover;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lingbao.enrollment.lines.PartLines;
import org.lingbao.enrollment.lines.Wrong;
import org.lingbao.enrollment.person.Newcomers;
import org.lingbao.enrollment.person.Newcomers.Area;
import org.lingbao.enrollment.person.Newcomers.Newcomer;
import org.lingbao.enrollment.person.Newcomers.Registered;
import org.lingbao.enrollment.person.People.Because;
import org.lingbao.enrollment.standing.Openings;
import org.lingbao.enrollment.standing.domain.Relation;
import org.lingbao.enrollment.takeover.TakeoverLines.Good;
import org.lingbao.enrollment.takeover.TakeoverLines.Read;
import org.lingbao.enrollment.takeover.Takeovers.Announced;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/**
 * Takes a part of the file in one transaction: persons, relations, who may see them, events, and which lines were not taken. In any
 * order, beside each other, and again after a failure; the same part sent again changes nothing.
 */
@ApplicationScoped
class TakePart {
    /** A person's events wait for each other by a lock, of which a transaction must not take too many. */
    private static final int MOST_LINES = 2_000;

    private final Pool pool;
    private final Newcomers newcomers;
    private final Openings openings;
    private final BusinessDay day;

    TakePart(Pool pool, Newcomers newcomers, Openings openings, BusinessDay day) {
        this.pool = pool;
        this.newcomers = newcomers;
        this.openings = openings;
        this.day = day;
    }

    /** Which part of which file. */
    record Which(UUID takeover, int part) {
        Tuple values() {
            return Tuple.of(takeover, part);
        }
    }

    /** The lines of one part, those of the communities that there are sealed. */
    private record Taking(
            Which which, byte[] digest, int lines, List<Good> good, List<Wrong> wrong, Newcomers.Columns columns) {}

    /** @param announced what the part has to fit */
    Uni<TakeoverView.Part> handle(Which which, Announced announced, byte[] part) {
        var today = day.today();
        return Uni.createFrom()
                .item(() -> read(new TakeoverLines(announced.area(), today), part))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()) // reading and sealing take a processor's time
                .chain(read -> communities(read, today)
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(communities -> taking(which, part, read, communities)))
                .chain(taking -> pool.withTransaction(transaction -> claim(transaction, taking, today)));
    }

    private static Read read(TakeoverLines lines, byte[] part) {
        var read = lines.read(part)
                .orElseThrow(() -> new ProblemException(Problem.malformed(new Violation("COVERAGE_PART_NOT_UTF8"))));
        if (read.lines() > MOST_LINES) {
            throw new ProblemException(
                    Problem.malformed(new Violation("TAKEOVER_PART_TOO_LONG").with("most", MOST_LINES)));
        }
        return read;
    }

    private Uni<Set<String>> communities(Read read, LocalDate today) {
        var codes = read.good().stream()
                .map(line -> line.person().community())
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        return pool.preparedQuery(TakeoverSql.COMMUNITIES)
                .execute(Tuple.of(codes, today))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("code"))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private Taking taking(Which which, byte[] part, Read read, Set<String> communities) {
        var good = new ArrayList<Good>();
        var wrong = new ArrayList<>(read.wrong());
        for (var line : read.good()) {
            var community = line.person().community();
            if (community == null || communities.contains(community)) {
                good.add(line);
            } else {
                wrong.add(new Wrong(line.line(), List.of("UNKNOWN_COMMUNITY")));
            }
        }
        var columns = newcomers.seal(good.stream().map(Good::person).toList());
        return new Taking(which, PartLines.digest(part), read.lines(), good, wrong, columns);
    }

    private Uni<TakeoverView.Part> claim(SqlConnection transaction, Taking taking, LocalDate today) {
        return transaction
                .preparedQuery(TakeoverSql.CLAIM_PART)
                .execute(Tuple.of(
                        taking.which().takeover(),
                        taking.which().part(),
                        Buffer.buffer(taking.digest()),
                        taking.lines()))
                .chain(claimed ->
                        claimed.rowCount() == 0 ? Uni.createFrom().voidItem() : take(transaction, taking, today))
                .chain(() -> transaction
                        .preparedQuery(TakeoverSql.FIND_PART)
                        .execute(taking.which().values()))
                .map(rows -> taken(rows.iterator().next(), taking));
    }

    private static TakeoverView.Part taken(Row row, Taking taking) {
        if (!MessageDigest.isEqual(row.getBuffer("digest").getBytes(), taking.digest())) {
            throw new ProblemException(Problem.conflict("part-differs", new Violation("COVERAGE_PART_DIFFERS")));
        }
        return new TakeoverView.Part(
                row.getInteger("part"),
                row.getInteger("lines"),
                row.getInteger("wrong"),
                row.getInteger("persons"),
                row.getInteger("known"),
                row.getInteger("relations"));
    }

    private Uni<Void> take(SqlConnection transaction, Taking taking, LocalDate today) {
        return newcomers
                .register(transaction, taking.columns(), today)
                .call(registered -> newcomers.belong(transaction, homes(taking.good(), registered), today))
                .chain(registered -> {
                    var relations = relations(taking.good(), registered, today);
                    var asked = relations.stream().flatMap(List::stream).toList();
                    return openings.open(transaction, asked)
                            .call(opened -> newcomers.belong(transaction, places(asked, opened), today))
                            .chain(opened -> keep(transaction, taking, registered, relations, opened));
                });
    }

    /** Of those who are new; who was known stays seen by whoever saw them. */
    private static List<Area> homes(List<Good> good, List<Registered> registered) {
        return IntStream.range(0, good.size())
                .filter(at -> registered.get(at).isNew())
                .boxed()
                .flatMap(at -> homes(good.get(at).person(), registered.get(at).personId()))
                .toList();
    }

    private static Stream<Area> homes(Newcomer person, UUID id) {
        var hukou = new Area(id, person.hukou().code(), Because.HUKOU);
        var community = person.community();
        return community == null ? Stream.of(hukou) : Stream.of(hukou, new Area(id, community, Because.COMMUNITY));
    }

    /** For each line its relation; none where it says none. */
    private static List<List<Relation>> relations(List<Good> good, List<Registered> registered, LocalDate today) {
        return IntStream.range(0, good.size())
                .mapToObj(at -> good.get(at)
                        .enrolled()
                        .map(enrolled -> enrolled.relation(
                                registered.get(at).personId(),
                                good.get(at).person().identity(),
                                today))
                        .map(List::of)
                        .orElse(List.of()))
                .toList();
    }

    private static List<Area> places(List<Relation> relations, Set<UUID> opened) {
        return relations.stream()
                .filter(relation -> opened.contains(relation.id().value()))
                .map(relation ->
                        new Area(relation.personId().value(), relation.place().code(), Because.RELATION))
                .toList();
    }

    private static Uni<Void> keep(
            SqlConnection transaction,
            Taking taking,
            List<Registered> registered,
            List<List<Relation>> relations,
            Set<UUID> opened) {
        var wrong = new ArrayList<>(taking.wrong());
        for (var at = 0; at < relations.size(); at++) {
            if (relations.get(at).stream()
                    .anyMatch(relation -> !opened.contains(relation.id().value()))) {
                wrong.add(new Wrong(taking.good().get(at).line(), List.of("TAKEOVER_LINE_ENROLLED_ALREADY")));
            }
        }
        var persons = registered.stream()
                .filter(Registered::isNew)
                .map(Registered::personId)
                .distinct()
                .count();
        var known = registered.stream().filter(one -> !one.isNew()).count();
        var which = taking.which();
        var lines = wrong.stream().map(Wrong::line).toArray(Integer[]::new);
        var reasons = wrong.stream().map(one -> String.join(" ", one.reasons())).toArray(String[]::new);
        return transaction
                .preparedQuery(TakeoverSql.WRONG)
                .execute(Tuple.of(which.takeover(), which.part(), lines, reasons))
                .chain(() -> transaction
                        .preparedQuery(TakeoverSql.TAKEN)
                        .execute(Tuple.of(
                                which.takeover(),
                                which.part(),
                                wrong.size(),
                                (int) persons,
                                (int) known,
                                opened.size())))
                .replaceWithVoid();
    }
}
