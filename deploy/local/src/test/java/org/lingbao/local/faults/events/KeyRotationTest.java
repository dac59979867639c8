package org.lingbao.local.faults.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class KeyRotationTest {
    @Test
    void a_token_of_an_unknown_key_is_the_same_but_for_the_keys_name() {
        var header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"k1\"}";
        var token =
                Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8)) + ".claims.signature";
        var other = KeyRotation.ofUnknownKey(token);
        assertThat(other).endsWith(".claims.signature");
        assertThat(new String(Base64.getUrlDecoder().decode(other.substring(0, other.indexOf('.'))), UTF_8))
                .isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"nobody-knows-it\"}");
    }
}
