package org.lingbao.transfer.exchange;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.lingbao.local.part.ExchangeKeys;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestExchange;
import org.lingbao.local.testing.TestStack;

/** What is not to be opened or not to be trusted: it changes nothing, and every reason is named. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DistrustTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Neighbour neighbour = new Neighbour();

    @Test
    void what_was_changed_on_its_way_does_not_open() {
        var letter = Letters.first("changed on its way");
        var posted = neighbour.pack(letter, Neighbour.now(), HOUR).posted();
        var at = posted.length() / 2;
        var changed = posted.substring(0, at) + (posted.charAt(at) == 'A' ? 'B' : 'A') + posted.substring(at + 1);

        refused(letter, neighbour.post(changed), 400, "EXCHANGE_NOT_READABLE");
        refused(letter, neighbour.post("not.even.close"), 400, "EXCHANGE_NOT_READABLE");
    }

    @Test
    void another_document_in_a_signed_envelope_is_refused() {
        var letter = Letters.first("what was signed");
        var packed = neighbour.pack(letter, Neighbour.now(), HOUR);
        var parcel = new Parcel(packed.signed(), letter.messageId().toString(), "{\"text\": \"something else\"}");

        refused(letter, neighbour.post(encrypted(Wire.write(parcel))), 400, "EXCHANGE_DIGEST_WRONG");
    }

    @Test
    void who_signs_with_another_key_is_refused() {
        var letter = Letters.first("forged");
        var forged = key("forger", ExchangeKeys.signing(TestExchange.PARTNER, Neighbour.now()));
        var genuine = neighbour.keys.own().signingAt(Neighbour.now());

        refused(letter, signedBy(forged, letter), 403, "EXCHANGE_KEY_UNKNOWN");
        refused(
                letter,
                signedBy(new Key(genuine.kid(), genuine.use(), forged.jwk(), genuine.from(), null, null), letter),
                403,
                "EXCHANGE_SIGNATURE_WRONG");
    }

    @Test
    void a_stranger_is_refused() {
        var letter = Letters.first("from nowhere");
        var own = new OwnKeys("310000", "310000", neighbour.keys.own().keys());
        var stranger = new Neighbour(new KeyFolder(own, neighbour.keys.trust()));

        refused(letter, stranger.write(letter), 403, "EXCHANGE_SENDER_UNKNOWN");
    }

    @Test
    void a_refusal_lists_every_reason() {
        var letter = Letters.first("late and for somebody else");
        var content = new Sealing.Content("salt", "{\"text\": \"late\"}");
        var to = neighbour.keys.trust().ofProvince(TestExchange.PARTNER).orElseThrow();
        var toUs = neighbour.keys.trust().ofProvince("370000").orElseThrow();
        var yesterday = Neighbour.now().minus(Duration.ofDays(1));
        var packed = Packed.of(
                letter,
                content,
                false,
                to,
                toUs.encryptionAt(Neighbour.now()).orElseThrow(),
                new Packed.Desk(validYesterday(), yesterday, HOUR));

        refused(
                letter,
                neighbour.post(packed.posted()),
                403,
                "EXCHANGE_ADDRESSEE_WRONG",
                "EXCHANGE_KEY_NOT_VALID",
                "EXCHANGE_MESSAGE_EXPIRED");
    }

    @Test
    void a_copy_of_the_future_or_for_ever_is_refused() {
        var letter = Letters.first("later");
        var tomorrow = Neighbour.now().plus(Duration.ofDays(1));

        refused(letter, neighbour.post(neighbour.pack(letter, tomorrow, HOUR).posted()), 403, "EXCHANGE_SENT_LATER");
        refused(
                letter,
                neighbour.post(neighbour
                        .pack(letter, Neighbour.now(), Duration.ofDays(30))
                        .posted()),
                403,
                "EXCHANGE_VALID_TOO_LONG");
    }

    @Test
    void compressed_content_is_not_taken() throws Exception {
        var letter = Letters.first("a bomb, perhaps");
        var packed = neighbour.pack(letter, Neighbour.now(), HOUR);
        var jwe = new JsonWebEncryption();
        var key = to();
        jwe.setKeyIdHeaderValue(key.kid());
        jwe.setAlgorithmHeaderValue("ECDH-ES");
        jwe.setEncryptionMethodHeaderParameter("A256GCM");
        jwe.enableDefaultCompression();
        jwe.setPayload(Wire.write(new Parcel(packed.signed(), "", "{}")));
        jwe.setKey(PublicJsonWebKey.Factory.newPublicJwk(key.jwk()).getPublicKey());

        refused(letter, neighbour.post(jwe.getCompactSerialization()), 400, "EXCHANGE_NOT_READABLE");
    }

    @Test
    void more_than_a_megabyte_is_not_even_read() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("""
                    POST /exchange/messages HTTP/1.1
                    Host: localhost
                    Content-Type: %s
                    Content-Length: 1100000

                    """.replace("\n", "\r\n").formatted(Road.MEDIA_TYPE).getBytes(US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));

            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
        }
    }

    private void refused(Letter letter, Neighbour.Answer answer, int status, String... codes) {
        assertThat(answer.kinds()).containsExactly("REJECTED");
        assertThat(answer.codes()).containsExactly(codes);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(stored(letter)).isZero();
        assertThat(texts(letter.caseId())).isEmpty();
    }

    private Neighbour.Answer signedBy(Key key, Letter letter) {
        var own = new OwnKeys(TestExchange.PARTNER, TestExchange.PARTNER, List.of(key));
        return new Neighbour(new KeyFolder(own, neighbour.keys.trust())).write(letter);
    }

    /** The neighbour's keys as if they had been valid for longer than the others know. */
    private KeyFolder validYesterday() {
        var longAgo = Neighbour.now().minus(Duration.ofDays(9));
        var keys = neighbour.keys.own().keys().stream()
                .map(key -> new Key(key.kid(), key.use(), key.jwk(), longAgo, null, null))
                .toList();
        return new KeyFolder(new OwnKeys(TestExchange.PARTNER, TestExchange.PARTNER, keys), neighbour.keys.trust());
    }

    private static Key key(String kid, Map<String, Object> made) {
        var read = Wire.read(Wire.write(made), Key.class).orElseThrow();
        return new Key(kid, read.use(), read.jwk(), Neighbour.now().minus(HOUR), null, null);
    }

    private Key to() {
        return neighbour
                .keys
                .trust()
                .ofProvince("370000")
                .orElseThrow()
                .encryptionAt(Neighbour.now())
                .orElseThrow();
    }

    private String encrypted(String parcel) {
        return Jose.encrypt(parcel, to());
    }

    private static List<Object> texts(UUID caseId) {
        return TestDatabase.query("select text from echo_read where case_id = ? order by sequence", caseId).stream()
                .map(row -> row.get("text"))
                .toList();
    }

    private static long stored(Letter letter) {
        return TestDatabase.number(
                "select (select count(*) from exchange_received where message_id = ?)"
                        + " + (select count(*) from exchange_log where message_id = ?)",
                letter.messageId(),
                letter.messageId());
    }
}
