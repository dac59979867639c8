package org.lingbao.contribution.gathering;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;

/**
 * Commands that are done together where there are many. One that finds a free lane goes at once; those that come while all
 * lanes are busy wait, and the next free lane takes what has gathered. So nobody waits for a clock, and the more there is to
 * do, the less of it each costs.
 *
 * <p>Two that claim the same thing are never in one group: the second waits, as it would for a row's lock. Where the database
 * refuses a group nothing of it has been done, and each of it is done alone, at once, so that nobody bears what another one
 * caused.
 *
 * @param <I> a command
 * @param <O> its result
 */
public final class Gathering<I, O> {
    /** When who finds no place to wait is told to come again. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /** Classes of SQLSTATE by which the database says that it is away, or about to be. */
    private static final Set<String> AWAY = Set.of("08", "53", "57", "58");

    private final Size size;
    private final Function<I, Set<?>> claims;
    private final Function<List<I>, Uni<Map<I, O>>> together;
    private final Deque<Waiting<I, O>> waiting = new ArrayDeque<>();
    private int busy;

    /**
     * @param lanes how many groups are under way at once
     * @param most how many commands are in a group
     * @param longest how many may wait; more are turned away
     */
    public record Size(int lanes, int most, int longest) {}

    /** @param home where it goes on: the context of its request */
    private record Waiting<I, O>(I command, Executor home, UniEmitter<? super Optional<O>> answer) {
        void complete(Optional<O> result) {
            home.execute(() -> answer.complete(result));
        }

        void fail(Throwable failure) {
            home.execute(() -> answer.fail(failure));
        }
    }

    /**
     * @param claims what no other command of the same group may claim
     * @param together does a group, all or nothing; its results, without those of which there is none
     */
    public Gathering(Size size, Function<I, Set<?>> claims, Function<List<I>, Uni<Map<I, O>>> together) {
        this.size = size;
        this.claims = claims;
        this.together = together;
    }

    /** Does the command, alone or with others; empty: there is no result of it. */
    public Uni<Optional<O>> add(I command) {
        var home = home();
        return Uni.createFrom().emitter(answer -> {
            if (enter(new Waiting<>(command, home, answer))) {
                go();
            } else {
                answer.fail(new ProblemException(Problem.unavailable("UNAVAILABLE", SOON)));
            }
        });
    }

    private static Executor home() {
        var context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(nothing -> task.run());
    }

    private synchronized boolean enter(Waiting<I, O> one) {
        return waiting.size() < size.longest() && waiting.add(one);
    }

    private void go() {
        var group = next();
        if (!group.isEmpty()) {
            group.getFirst().home().execute(() -> send(group).subscribe().with(done -> free(), failure -> free()));
        }
    }

    private void free() {
        synchronized (this) {
            busy--;
        }
        go();
    }

    /** Takes a lane and what goes on it; empty: there is no lane, or nothing waits. */
    private synchronized List<Waiting<I, O>> next() {
        if (busy == size.lanes() || waiting.isEmpty()) {
            return List.of();
        }
        busy++;
        var group = new ArrayList<Waiting<I, O>>();
        var claimed = new HashSet<Object>();
        for (var each = waiting.iterator(); each.hasNext() && group.size() < size.most(); ) {
            var one = each.next();
            var own = claims.apply(one.command());
            if (own.stream().noneMatch(claimed::contains)) {
                claimed.addAll(own);
                group.add(one);
                each.remove();
            }
        }
        return group;
    }

    private Uni<Void> send(List<Waiting<I, O>> group) {
        return Uni.createFrom()
                .deferred(() ->
                        together.apply(group.stream().map(Waiting::command).toList()))
                .invoke(results -> group.forEach(one -> one.complete(Optional.ofNullable(results.get(one.command())))))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> failed(group, failure));
    }

    private Uni<Void> failed(List<Waiting<I, O>> group, Throwable failure) {
        if (group.size() == 1 || !isRefusal(failure)) {
            group.forEach(one -> one.fail(failure));
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(group)
                .onItem()
                .transformToUniAndMerge(one -> send(List.of(one)))
                .onItem()
                .ignoreAsUni();
    }

    /** That the database is there, and has done nothing of it. */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof PgException refused
                && refused.getSqlState() != null
                && AWAY.stream().noneMatch(refused.getSqlState()::startsWith);
    }
}
