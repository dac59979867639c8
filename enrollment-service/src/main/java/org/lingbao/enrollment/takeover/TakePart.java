package org.lingbao.enrollment.takeover;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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
import org.lingbao.enrollment.person.Newcomers.Ready;
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
import org.lingbao.rules.value.Place;

/**
 * Takes a part of the file in one transaction: persons, relations, who may see them, events, and which lines were not taken. In any
 * order, one at a time, and again after a failure; the same part sent again changes nothing.
 */
@ApplicationScoped
class TakePart {
    /** A person's events wait for each other by a lock, of which all transactions together must not take too many. */
    private static final int MOST_LINES = 2_000;

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final Duration SOON = Duration.ofSeconds(1);

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

    /** The lines of one part: those that can be taken, and who they are of, sealed, in the same order. */
    record Taking(Which which, byte[] digest, Read read, List<Ready> people) {
        /** Without the lines of these numbers, which are wrong for these reasons. */
        Taking without(Map<Integer, String> reasons) {
            var good = new ArrayList<Good>();
            var still = new ArrayList<Ready>();
            for (var at = 0; at < people.size(); at++) {
                if (!reasons.containsKey(read.good().get(at).line())) {
                    good.add(read.good().get(at));
                    still.add(people.get(at));
                }
            }
            var wrong = Stream.concat(
                            read.wrong().stream(),
                            reasons.entrySet().stream().map(one -> new Wrong(one.getKey(), List.of(one.getValue()))))
                    .collect(Collectors.toMap(Wrong::line, one -> one, Wrong::and, TreeMap::new));
            return new Taking(
                    which, digest, new Read(read.lines(), good, List.copyOf(wrong.values()), read.places()), still);
        }
    }

    /** Reads and seals: it takes a processor's time, for a worker's thread. */
    Taking prepare(Which which, byte[] part) {
        var read = read(new TakeoverLines(day.today()), part);
        var people =
                read.good().stream().map(line -> newcomers.seal(line.person())).toList();
        return new Taking(which, PartLines.digest(part), read, people);
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

    /** @param announced what the part has to fit */
    Uni<TakeoverView.Part> handle(Announced announced, Taking part) {
        var today = day.today();
        var here = part.without(outside(announced.area(), part.read()));
        return communities(here.read(), today)
                .map(communities -> here.without(nowhere(here.read(), communities)))
                .chain(taking -> pool.withTransaction(transaction -> claim(transaction, taking, today)));
    }

    private static Map<Integer, String> outside(Place area, Read read) {
        return read.places().entrySet().stream()
                .filter(line -> !area.covers(line.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, line -> TakeoverLines.OTHER_PLACE));
    }

    private static Map<Integer, String> nowhere(Read read, Set<String> communities) {
        return read.good().stream()
                .filter(line -> line.person().community() != null
                        && !communities.contains(line.person().community()))
                .collect(Collectors.toMap(Good::line, line -> "UNKNOWN_COMMUNITY"));
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

    private Uni<TakeoverView.Part> claim(SqlConnection transaction, Taking taking, LocalDate today) {
        return transaction
                .preparedQuery(TakeoverSql.CLAIM_PART)
                .execute(Tuple.of(
                        taking.which().takeover(),
                        taking.which().part(),
                        Buffer.buffer(taking.digest()),
                        taking.read().lines()))
                .chain(claimed -> claimed.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : alone(transaction).chain(() -> take(transaction, taking, today)))
                .chain(() -> transaction
                        .preparedQuery(TakeoverSql.FIND_PART)
                        .execute(taking.which().values()))
                .map(rows -> taken(rows.iterator().next(), taking));
    }

    private static Uni<Void> alone(SqlConnection transaction) {
        return transaction
                .query(TakeoverSql.PATIENCE)
                .execute()
                .chain(() -> transaction.query(TakeoverSql.ALONE).execute())
                .onFailure(TakePart::waitedTooLong)
                .transform(busy -> new ProblemException(Problem.unavailable("TOO_BUSY", SOON)))
                .chain(() -> transaction.query(TakeoverSql.USUAL_PATIENCE).execute())
                .replaceWithVoid();
    }

    private static boolean waitedTooLong(Throwable failure) {
        return failure instanceof PgException known && LOCK_NOT_AVAILABLE.equals(known.getSqlState());
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
                .register(transaction, taking.people(), today)
                .call(registered ->
                        newcomers.belong(transaction, homes(taking.read().good(), registered), today))
                .chain(registered -> {
                    var relations = relations(taking.read().good(), registered, today);
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
                        .map(enrolled -> enrolled.relation(registered.get(at).personId(), today))
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
        var wrong = new ArrayList<>(taking.read().wrong());
        for (var at = 0; at < relations.size(); at++) {
            if (relations.get(at).stream()
                    .anyMatch(relation -> !opened.contains(relation.id().value()))) {
                wrong.add(new Wrong(taking.read().good().get(at).line(), List.of("TAKEOVER_LINE_ENROLLED_ALREADY")));
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
