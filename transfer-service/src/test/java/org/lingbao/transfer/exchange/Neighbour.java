package org.lingbao.transfer.exchange;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lingbao.local.testing.TestExchange;

/**
 * The other province of a test, {@code 210000}, with keys and a server of its own: it writes to the service under test
 * and answers its letters.
 */
public final class Neighbour implements AutoCloseable {
    private static final Clock CLOCK = Clock.systemUTC();

    final KeyFolder keys;
    private final Map<UUID, List<String>> answered = new ConcurrentHashMap<>();
    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private final List<Envelope> envelopes = new CopyOnWriteArrayList<>();
    private Function<Letter, Reply> reading = letter -> new Reply.Given(new Verdict.Accepted(), false);
    private Function<String, String> signing = receipt -> receipt;
    private @Nullable HttpServer server;
    private Predicate<Letter> unable = letter -> false;
    private int cut;

    public Neighbour() {
        this(KeyFolder.read(TestExchange.partnerKeys()));
    }

    Neighbour(KeyFolder keys) {
        this.keys = keys;
    }

    // ---- it writes

    /** What was answered to a letter. @param receipts those that the service under test has signed */
    public record Answer(int status, List<Receipts> receipts, Response response) {
        public List<String> kinds() {
            return receipts.stream().map(Receipts::kind).toList();
        }

        public List<String> codes() {
            return receipts.stream()
                    .flatMap(receipt -> receipt.codes().stream())
                    .toList();
        }
    }

    /** One receipt, read. */
    public record Receipts(
            String kind, List<String> codes, @Nullable Integer expected, String signed) {}

    /** Writes to the service under test; each call signs anew. */
    public Answer write(Letter letter) {
        return post(pack(letter, now(), Duration.ofHours(1)).posted());
    }

    Packed pack(Letter letter, Instant at, Duration validity) {
        // the salt is the letter's, so that its digest is always the same
        var content = new Sealing.Content(letter.messageId().toString(), String.valueOf(letter.body()));
        return pack(letter, content, at, validity);
    }

    Packed pack(Letter letter, Sealing.Content content, Instant at, Duration validity) {
        var to = keys.trust().ofProvince("370000").orElseThrow();
        return Packed.of(
                letter, content, false, to, to.encryptionAt(now()).orElseThrow(), new Packed.Desk(keys, at, validity));
    }

    Answer post(String posted) {
        var response = given().contentType(Road.MEDIA_TYPE)
                .body(posted.getBytes(UTF_8))
                .post("/exchange/messages");
        var signed = Wire.read(response.asString(), ReceiptsView.class)
                .map(ReceiptsView::receipts)
                .orElse(List.of());
        var party = keys.trust().ofProvince("370000").orElseThrow().asParty();
        var receipts = signed.stream()
                .flatMap(one -> Trust.receipts(List.of(one), party, keys.trust(), now()).stream()
                        .map(receipt -> new Receipts(receipt.kind().name(), receipt.codes(), receipt.expected(), one)))
                .toList();
        return new Answer(response.statusCode(), receipts, response);
    }

    // ---- it is written to

    /** Listens from now on. */
    public Neighbour open() throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), TestExchange.partnerPort());
        server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/exchange/messages", this::answer);
        server.start();
        return this;
    }

    /** What it makes of letters; it asks once per letter and repeats its answer. */
    public Neighbour reading(Function<Letter, Reply> decision) {
        reading = decision;
        return this;
    }

    /** Spoils its receipts. */
    Neighbour spoiling(Function<String, String> spoiling) {
        signing = spoiling;
        return this;
    }

    /** Takes the next letters and hangs up before it has answered. */
    Neighbour hangingUp(int times) {
        cut = times;
        return this;
    }

    /** Takes none of these letters for now; it says so. */
    Neighbour unableToTake(Predicate<Letter> these) {
        unable = these;
        return this;
    }

    /** The letters that it has taken, in their order. */
    public List<Letter> letters() {
        return List.copyOf(letters);
    }

    /** All copies that came. */
    List<Envelope> envelopes() {
        return List.copyOf(envelopes);
    }

    private void answer(HttpExchange http) throws IOException {
        try (http) {
            var posted = new String(http.getRequestBody().readAllBytes(), UTF_8);
            if (!(Opened.of(posted, keys, now()) instanceof Opened.Trusted letter)) {
                http.sendResponseHeaders(403, -1);
                return;
            }
            if (unable.test(asWritten(letter.letter()))) {
                http.sendResponseHeaders(503, -1);
                return;
            }
            envelopes.add(letter.envelope());
            var receipts = answered.computeIfAbsent(letter.envelope().messageId(), id -> receipts(letter));
            if (cut-- > 0) {
                return;
            }
            var body = Wire.write(
                            new ReceiptsView(receipts.stream().map(signing).toList()))
                    .getBytes(UTF_8);
            http.sendResponseHeaders(200, body.length);
            http.getResponseBody().write(body);
        }
    }

    private List<String> receipts(Opened.Trusted letter) {
        letters.add(asWritten(letter.letter()));
        var envelope = letter.envelope();
        return switch (reading.apply(letter.letter())) {
            case Reply.Early(var expected) ->
                List.of(sign(Receipt.of(envelope, Receipt.Kind.MISSING, List.of(), expected, now())));
            case Reply.Given given ->
                List.of(
                        sign(Receipt.of(envelope, Receipt.Kind.RECEIVED, List.of(), null, now())),
                        sign(verdict(envelope, given.verdict())));
        };
    }

    /** As the service under test has written it, so that the two can be compared. */
    private static Letter asWritten(Letter read) {
        return new Letter(
                read.messageId(),
                read.caseId(),
                read.sequence(),
                TestExchange.PARTNER,
                read.document(),
                read.version(),
                read.body());
    }

    private static Receipt verdict(Envelope letter, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted _ -> Receipt.of(letter, Receipt.Kind.ACCEPTED, List.of(), null, now());
            case Verdict.Rejected(var codes) -> Receipt.of(letter, Receipt.Kind.REJECTED, codes, null, now());
        };
    }

    String sign(Receipt receipt) {
        return Jose.sign(Receipt.TYPE, Wire.write(receipt), keys.own().signingAt(receipt.at()));
    }

    static Instant now() {
        return CLOCK.instant();
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
    }
}
