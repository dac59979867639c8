package org.lingbao.local.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lingbao.local.demo.Api;
import org.lingbao.local.faults.Journal.Kind;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Service;

/** Writes of several kinds, each from a thread of its own, on the services of Shandong until they are told to stop. */
final class Load implements AutoCloseable {
    /** Where it happens. */
    static final Cell CELL = Cell.SHANDONG;

    /** The terminals, of two banks. */
    static final List<String> TERMINALS = List.of("370702-0001", "370702-0002", "370782-0001");

    /** What needs no event of another service, so that it goes on without a broker. */
    static final Set<Kind> WITHOUT_EVENTS =
            EnumSet.of(Kind.REGISTRATION, Kind.ENROLLMENT, Kind.PAYMENT, Kind.CONSENT_GRANTED, Kind.GIG);

    /** One of each kind that is to be acknowledged. */
    static final Set<Kind> ALL =
            EnumSet.of(Kind.REGISTRATION, Kind.ENROLLMENT, Kind.PLAN, Kind.PAYMENT, Kind.CONSENT_GRANTED, Kind.GIG);

    private static final Duration WARM = Duration.ofSeconds(180);
    private static final Duration TO_RESOLVE = Duration.ofSeconds(120);
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;
    private static final int WINDOWS_A_COUNTER = 2;
    private static final long BETWEEN_MILLIS = 25;
    private static final long LOOK_MILLIS = 20;

    private final Journal journal;
    private final Path file;
    private final Client client;
    private final Tally tally = new Tally();
    private final List<Thread> threads = new ArrayList<>();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean going = true;

    private Load(Path file, Duration patience, ToIntFunction<Service> port) {
        this.file = file;
        this.journal = Journal.begin(file);
        this.client = new Client(journal, Wire.patient(patience), port, tally);
    }

    /**
     * One without writers.
     *
     * @param patience of the client with one request
     * @param port of a service
     */
    static Load of(Path file, Duration patience, ToIntFunction<Service> port) {
        return new Load(file, patience, port);
    }

    /**
     * Begins on the stack, and returns when writes of all kinds are acknowledged.
     *
     * @param patience of the client with one request
     * @param port of a service
     * @param windows how many customers each terminal serves at a time
     */
    static Load begin(Ground ground, String trial, Duration patience, ToIntFunction<Service> port, int windows) {
        var api = new Api(ground.ports(), CELL);
        var today = LocalDate.parse(api.get(Service.ENROLLMENT, "/business-day", api.signIn("operator"))
                .expect(200)
                .text("day"));
        employer(api);
        var load = of(ground.home().run("journal-" + trial + ".log"), patience, port);
        var stock = new Stock(TERMINALS.size() * windows);
        for (var counter = 0; counter < Math.max(1, windows / WINDOWS_A_COUNTER); counter++) {
            load.start("joining", new Joining(load.client, tokens(ground), stock, today));
        }
        for (var terminal : TERMINALS) {
            var first = Terminal.anyFirst();
            IntStream.range(0, windows)
                    .forEach(window -> load.start(
                            "terminal " + terminal,
                            new Terminal(
                                    load.client,
                                    tokens(ground),
                                    stock,
                                    terminal,
                                    today,
                                    first + (long) window * Terminal.MOST / windows)));
        }
        load.start("consenting", new Consenting(load.client, tokens(ground), stock));
        load.start("advertising", new Advertising(load.client, tokens(ground), today));
        var unused = load.awaitWrites(ALL, WARM);
        return load;
    }

    private static FreshTokens tokens(Ground ground) {
        return new FreshTokens(ground.ports(), CELL);
    }

    /** Known from an earlier trial, or not. */
    private static void employer(Api api) {
        var body = Map.of("name", "潍坊保洁有限公司", "contact", "05360000000");
        var reply = api.post(
                Service.JOB_MATCHING,
                "/employers",
                api.signIn(Advertising.EMPLOYER),
                UUID.randomUUID().toString(),
                body);
        var _ = reply.status() == CONFLICT ? reply.with("errors/0/code", "EMPLOYER_EXISTS") : reply.expect(CREATED);
    }

    /** Lets a writer write, again and again. */
    void start(String name, Runnable writer) {
        threads.add(Thread.ofPlatform().name(name).daemon().start(() -> repeat(writer)));
    }

    private void repeat(Runnable writer) {
        try {
            while (going) {
                writer.run();
                Pause.millis(BETWEEN_MILLIS);
            }
        } catch (RuntimeException | Error e) {
            failures.add(e);
        }
    }

    /**
     * Waits until writes of these kinds that are asked for from now on are acknowledged.
     *
     * @return how long that took
     */
    Duration awaitWrites(Set<Kind> kinds, Duration limit) {
        var begun = System.nanoTime();
        while (true) {
            var missing = kinds.stream()
                    .filter(kind -> !tally.acknowledgedSince(kind, begun))
                    .map(Kind::name)
                    .collect(Collectors.joining(", "));
            if (missing.isEmpty()) {
                return Duration.ofNanos(System.nanoTime() - begun);
            }
            if (System.nanoTime() - begun > limit.toNanos()) {
                throw new PartFailed(
                        "After %d s nothing of this is acknowledged: %s".formatted(limit.toSeconds(), missing));
            }
            failIfBroken();
            Pause.millis(LOOK_MILLIS);
        }
    }

    private void failIfBroken() {
        var failure = failures.peek();
        if (failure != null) {
            throw new PartFailed("A writer of the load has ended: " + failure, failure);
        }
    }

    Client client() {
        return client;
    }

    Tally tally() {
        return tally;
    }

    /** Stops asking for new things, asks again for what is unknown, and reads what the file says of all. */
    List<Journal.Entry> end() {
        stop();
        client.resolve(TO_RESOLVE);
        failIfBroken();
        return Journal.read(file);
    }

    private void stop() {
        going = false;
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PartFailed("interrupted", e);
            }
        }
    }

    @Override
    public void close() {
        stop();
        journal.close();
    }
}
