package org.lingbao.transfer.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lingbao.transfer.exchange.Outgoing.SOON;
import static org.lingbao.transfer.exchange.Outgoing.awaitHeard;
import static org.lingbao.transfer.exchange.Outgoing.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lingbao.local.part.ExchangeKeys;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestExchange;
import org.lingbao.local.testing.TestStack;

/** Keys and partners change while the service runs. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RotationTest {
    @Inject
    Outgoing outgoing;

    @Inject
    Keys keys;

    private final KeyFolder before = KeyFolder.read(TestExchange.partnerKeys());

    @AfterEach
    void trust_as_it_was() throws IOException {
        trust(before.trust());
    }

    @Test
    void a_partner_changes_its_key_and_nothing_stops() throws Exception {
        var now = Neighbour.now();
        var old = before.own().signingAt(now);
        var fresh = key(ExchangeKeys.signing(TestExchange.PARTNER, now), now.minusSeconds(10), null);
        var withOld = new Neighbour();
        var withFresh = new Neighbour(
                new KeyFolder(new OwnKeys(TestExchange.PARTNER, TestExchange.PARTNER, List.of(fresh)), before.trust()));
        assertThat(withFresh.write(Letters.first("not yet known")).codes()).containsExactly("EXCHANGE_KEY_UNKNOWN");

        trust(partnerWith(old, fresh));
        assertThat(withOld.write(Letters.first("by the old key")).kinds()).endsWith("ACCEPTED");
        assertThat(withFresh.write(Letters.first("by the new key")).kinds()).endsWith("ACCEPTED");

        trust(partnerWith(new Key(old.kid(), old.use(), old.jwk(), old.from(), now, null), fresh));
        assertThat(withOld.write(Letters.first("too late")).codes()).containsExactly("EXCHANGE_KEY_NOT_VALID");
        assertThat(withFresh.write(Letters.first("goes on")).kinds()).endsWith("ACCEPTED");
    }

    @Test
    void with_a_stolen_key_nobody_can_date_back() throws Exception {
        var now = Neighbour.now();
        var stolen = before.own().signingAt(now);
        var thief = new Neighbour();
        var dated = thief.pack(Letters.first("dated back"), stolen.from(), Duration.ofDays(3));
        trust(partnerWith(new Key(stolen.kid(), stolen.use(), stolen.jwk(), stolen.from(), now, null)));
        assertThat(thief.post(dated.posted()).kinds())
                .as("an end of validity is no use against a date of choice")
                .endsWith("ACCEPTED");

        trust(partnerWith(new Key(stolen.kid(), stolen.use(), stolen.jwk(), stolen.from(), null, now)));
        var again = thief.pack(Letters.first("once more"), stolen.from(), Duration.ofDays(3));
        assertThat(thief.post(again.posted()).codes()).containsExactly("EXCHANGE_KEY_NOT_VALID");
    }

    @Test
    void a_spoiled_list_is_not_taken() throws Exception {
        Files.writeString(TestExchange.ownKeys().resolve(KeyFolder.TRUST), "{\"parties\": [");
        keys.refresh();

        assertThat(new Neighbour().write(Letters.first("as before")).kinds()).endsWith("ACCEPTED");
    }

    @Test
    void a_partner_that_is_away_keeps_nobody_elses_letters_waiting() throws Throwable {
        var away = new TrustList.Member(
                "310000", "310000", "http://127.0.0.1:9", partner().keys());
        trust(new TrustList(Stream.concat(before.trust().parties().stream(), Stream.of(away))
                .toList()));
        var toAway = Letters.first("nobody is there");
        for (var number = 0; number < 20; number++) {
            outgoing.send(to("310000", Letters.first("nobody is there")));
        }
        outgoing.send(to("310000", toAway));
        var letter = Letters.first("somebody is here");
        outgoing.send(letter);

        try (var neighbour = new Neighbour().open()) {
            awaitHeard(letter);
            assertThat(neighbour.letters()).contains(letter);
        }
        Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        TestDatabase.number("select sum(tries) from exchange_letter where partner = '310000'") > 1);
        assertThat(TestDatabase.number("select count(*) from exchange_letter where partner = '310000'"
                        + " and answered_at is not null"))
                .isZero();
    }

    @Test
    void a_letter_whose_own_key_is_missing_keeps_no_other_one_waiting_and_goes_when_the_key_is_back() throws Throwable {
        var own = KeyFolder.read(TestExchange.ownKeys()).own();
        var stuck = Letters.first("sealed with the old key");
        outgoing.send(stuck);
        var fresh = key(
                ExchangeKeys.encryption("370000", Neighbour.now()),
                Neighbour.now().minusSeconds(10),
                null);
        write(KeyFolder.OWN, new OwnKeys("370000", "370000", List.of(own.signingAt(Neighbour.now()), fresh)));
        // only now nothing of the old key is under way any more
        Awaitility.await().atMost(SOON).until(() -> problem(stuck).contains("EXCHANGE_KEY_MISSING"));
        try (var neighbour = new Neighbour().open()) {
            var other = Letters.first("sealed with the new key");
            outgoing.send(other);
            awaitHeard(other);
            assertThat(neighbour.letters()).contains(other).doesNotContain(stuck);

            var all = Stream.concat(own.keys().stream(), Stream.of(fresh)).toList();
            write(KeyFolder.OWN, new OwnKeys("370000", "370000", all));
            awaitHeard(stuck);
            assertThat(neighbour.letters()).contains(stuck);
        } finally {
            write(KeyFolder.OWN, own);
        }
    }

    @Test
    void a_letter_is_written_down_and_sent_although_no_encryption_key_of_its_own_is_valid_yet() throws Throwable {
        var own = KeyFolder.read(TestExchange.ownKeys()).own();
        var tomorrow = key(
                ExchangeKeys.encryption("370000", Neighbour.now()),
                Neighbour.now().plus(Duration.ofDays(1)),
                null);
        write(KeyFolder.OWN, new OwnKeys("370000", "370000", List.of(own.signingAt(Neighbour.now()), tomorrow)));
        try (var neighbour = new Neighbour().open()) {
            var letter = Letters.first("sealed with the key of tomorrow");
            outgoing.send(letter);
            awaitHeard(letter);
            assertThat(neighbour.letters()).contains(letter);
        } finally {
            write(KeyFolder.OWN, own);
        }
    }

    @Test
    void a_revoked_key_seals_nothing() {
        var now = Neighbour.now();
        var good = before.own().sealingAt(now);
        var revoked = new Key(good.kid(), good.use(), good.jwk(), good.from(), good.until(), now.minusSeconds(5));
        var own = new OwnKeys("370000", "370000", List.of(revoked));
        assertThatThrownBy(() -> own.sealingAt(now))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not revoked");
    }

    private static Letter to(String partner, Letter letter) {
        return new Letter(
                letter.messageId(),
                letter.caseId(),
                letter.sequence(),
                partner,
                letter.document(),
                letter.version(),
                letter.body());
    }

    private TrustList.Member partner() {
        return before.trust().ofProvince(TestExchange.PARTNER).orElseThrow();
    }

    private TrustList partnerWith(Key... signing) {
        var known = new ArrayList<Key>();
        known.addAll(List.of(signing));
        known.add(partner().encryptionAt(Neighbour.now()).orElseThrow());
        var changed = new TrustList.Member(
                partner().province(),
                partner().agency(),
                partner().url(),
                known.stream().map(RotationTest::published).toList());
        var others = before.trust().parties().stream()
                .filter(member -> !member.province().equals(TestExchange.PARTNER));
        return new TrustList(Stream.concat(others, Stream.of(changed)).toList());
    }

    private static Key published(Key key) {
        var jwk = new HashMap<>(key.jwk());
        jwk.keySet().removeIf("d"::equals);
        return new Key(key.kid(), key.use(), jwk, key.from(), key.until(), key.revoked());
    }

    private static Key key(Map<String, Object> made, Instant from, @Nullable Instant until) {
        var read = Wire.read(Wire.write(made), Key.class).orElseThrow();
        return new Key(read.kid(), read.use(), read.jwk(), from, until, null);
    }

    private void trust(TrustList list) throws IOException {
        write(KeyFolder.TRUST, list);
    }

    private void write(String name, Object content) throws IOException {
        Path file = TestExchange.ownKeys().resolve(name);
        var unfinished = file.resolveSibling(name + ".new");
        Files.writeString(unfinished, Wire.write(content));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        keys.refresh();
    }
}
