package org.lingbao.local.part;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.lang.JoseException;

/**
 * The keys with which cells write to each other, and the list of whom they trust. Each cell has a folder with
 * {@code own.json}, which only it reads, and {@code trust.json}, which is the same everywhere.
 */
public final class ExchangeKeys {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWN = "own.json";
    private static final String TRUST = "trust.json";
    /** Clocks differ: who gets the first letter must not think that its key is not valid yet. */
    private static final Duration BEFORE = Duration.ofHours(1);

    private ExchangeKeys() {}

    /**
     * A cell that others write to.
     *
     * @param province its GB/T 2260 code, such as {@code 370000}
     * @param folder of its keys
     * @param url of its transfer service
     */
    public record Member(String province, Path folder, String url) {}

    /**
     * Makes the keys that are not there, and writes all members into the list of each. One at a time: services start
     * together.
     */
    public static synchronized void make(List<Member> members, Clock clock) throws IOException {
        var from = clock.instant().minus(BEFORE).truncatedTo(ChronoUnit.SECONDS);
        for (var member : members) {
            Files.createDirectories(member.folder());
            var own = member.folder().resolve(OWN);
            if (!Files.exists(own)) {
                Secrets.writePrivately(own, JSON.writeValueAsString(own(member.province(), from)));
            }
        }
        var parties = new ArrayList<Map<String, Object>>();
        for (var member : members) {
            parties.add(party(member));
        }
        var list = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Map.of("parties", parties));
        for (var member : members) {
            var trust = member.folder().resolve(TRUST);
            if (!Files.exists(trust) || !Files.readString(trust, UTF_8).equals(list)) {
                Secrets.writePrivately(trust, list);
            }
        }
    }

    private static Map<String, Object> own(String province, Instant from) {
        return Map.of(
                "province",
                province,
                "agency",
                province,
                "keys",
                List.of(signing(province, from), encryption(province, from)));
    }

    /** A new key that signs (Ed25519), with its private half. */
    public static Map<String, Object> signing(String province, Instant from) {
        return key(province, "sig", OctetKeyPairJsonWebKey.SUBTYPE_ED25519, "EdDSA", from);
    }

    /** A new key that letters are encrypted to (X25519), with its private half. */
    public static Map<String, Object> encryption(String province, Instant from) {
        return key(province, "enc", OctetKeyPairJsonWebKey.SUBTYPE_X25519, "ECDH-ES", from);
    }

    private static Map<String, Object> key(String province, String use, String curve, String algorithm, Instant from) {
        try {
            var jwk = OkpJwkGenerator.generateJwk(curve);
            jwk.setAlgorithm(algorithm);
            var kid = province + "-" + use + "-" + Secrets.password().substring(0, 8);
            return Map.of(
                    "kid",
                    kid,
                    "use",
                    use,
                    "jwk",
                    jwk.toParams(OutputControlLevel.INCLUDE_PRIVATE),
                    "from",
                    from.toString());
        } catch (JoseException e) {
            throw new IllegalStateException("this JDK has no " + curve, e);
        }
    }

    private static Map<String, Object> party(Member member) throws IOException {
        var own = JSON.readTree(member.folder().resolve(OWN).toFile());
        var keys = new ArrayList<Map<String, Object>>();
        own.get("keys").forEach(key -> keys.add(published(key)));
        var party = new TreeMap<String, Object>();
        party.put("province", own.get("province").asText());
        party.put("agency", own.get("agency").asText());
        party.put("url", member.url());
        party.put("keys", keys);
        return party;
    }

    /** The key as the others have it: without its private half. */
    private static Map<String, Object> published(JsonNode key) {
        try {
            var all = new TreeMap<String, Object>(JSON.treeToValue(key, Map.class));
            var jwk = new TreeMap<String, Object>(JSON.treeToValue(key.get("jwk"), Map.class));
            var secret = jwk.remove("d");
            assert secret != null;
            all.put("jwk", jwk);
            return all;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a key", e);
        }
    }
}
