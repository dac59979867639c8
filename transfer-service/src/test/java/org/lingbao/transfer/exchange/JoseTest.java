package org.lingbao.transfer.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.Test;
import org.lingbao.local.part.ExchangeKeys;

class JoseTest {
    private static final Instant DAY = Instant.parse("2026-09-01T00:00:00Z");
    private static final String TYPE = "a test";

    private final Key signing = key(ExchangeKeys.signing("370000", DAY));
    private final Key encryption = key(ExchangeKeys.encryption("370000", DAY));

    @Test
    void what_was_signed_verifies_with_that_key_alone() {
        var signed = Jose.sign(TYPE, "payload", signing);

        assertThat(Jose.verifies(signed, signing)).isTrue();
        assertThat(Jose.verifies(signed, key(ExchangeKeys.signing("370000", DAY))))
                .isFalse();
        assertThat(Jose.claim(signed)).contains(new Jose.Claim(TYPE, signing.kid(), "payload"));
    }

    @Test
    void a_key_on_the_curve_p_256_signs_too() throws Exception {
        var made = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        made.setAlgorithm("ES256");
        var jwk = made.toParams(OutputControlLevel.INCLUDE_PRIVATE);
        var key = new Key("an EC key", Key.Use.SIGNING, jwk, DAY, null, null);

        var signed = Jose.sign(TYPE, "payload", key);

        assertThat(Jose.verifies(signed, key)).isTrue();
        assertThat(Jose.verifies(signed, signing)).isFalse();
    }

    @Test
    void the_header_does_not_choose_the_algorithm() {
        var payload = part("payload");
        var unsigned = part("{\"alg\":\"none\",\"kid\":\"%s\",\"typ\":\"a test\"}".formatted(signing.kid()));
        var keyed = part("{\"alg\":\"HS256\",\"kid\":\"%s\",\"typ\":\"a test\"}".formatted(signing.kid()));

        assertThat(Jose.verifies(unsigned + "." + payload + ".", signing)).isFalse();
        assertThat(Jose.verifies(keyed + "." + payload + "." + part("x".repeat(32)), signing))
                .isFalse();
    }

    @Test
    void a_key_does_what_it_is_for() {
        assertThatThrownBy(
                        () -> assertThat(Jose.sign(TYPE, "payload", encryption)).isNotNull())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> assertThat(Jose.encrypt("payload", signing)).isNotNull())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void only_the_receiver_reads_what_was_encrypted() {
        var own = new OwnKeys("370000", "370000", List.of(signing, encryption));
        var namesake = new HashMap<String, Object>(ExchangeKeys.encryption("370000", DAY));
        var before = namesake.put("kid", encryption.kid());
        var other = new OwnKeys("370000", "370000", List.of(key(namesake)));

        var encrypted = Jose.encrypt("payload", encryption);

        assertThat(before).isNotEqualTo(encryption.kid());
        assertThat(Jose.decrypt(encrypted, own)).contains("payload");
        assertThat(Jose.decrypt(encrypted, other)).isEmpty();
        assertThat(Jose.decrypt("", own)).isEmpty();
        assertThat(Jose.decrypt("a.b.c.d.e", own)).isEmpty();
    }

    @Test
    void a_digest_says_nothing_without_its_salt() {
        var document = "{\"number\": \"37000019900101001X\"}";
        var sealed = Sealing.fresh(document);
        var again = Sealing.fresh(document);

        assertThat(Digest.of(sealed.salt(), document))
                .isEqualTo(Digest.of(sealed.salt(), document))
                .isNotEqualTo(Digest.of(again.salt(), document))
                .matches(Digest::isOne);
    }

    private static Key key(Map<String, Object> made) {
        return Wire.read(Wire.write(made), Key.class).orElseThrow();
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
