package org.lingbao.local.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.ReservedClaimNames;
import org.lingbao.local.part.Realm;
import org.lingbao.local.part.TokenKey;
import org.lingbao.local.part.Tokens;

/**
 * Access tokens for tests, signed with the test issuer's key.
 * {@code TestTokens.of("zhao.qiang")} is a good one; {@code TestTokens.mint("zhao.qiang").expired().token()} is not.
 * Names are those of {@code realm.json}; any {@code citizen-<number>} is a citizen, too.
 */
public final class TestTokens {
    private static final long OLD_AFTER_SECONDS = 30L * Tokens.LIFETIME_MINUTES;
    private static final Realm REALM = Realm.load();
    private static final Map<Path, TokenKey> KEYS = new ConcurrentHashMap<>();

    /**
     * Signed ones by all that they say but their times and number. To sign costs a test more than the whole request that it is
     * for, so a caller who comes again comes with the same token, as a caller does.
     */
    private static final Map<Map<String, Object>, Signed> SIGNED = new ConcurrentHashMap<>();

    private final JwtClaims claims;
    private TokenKey key;

    private TestTokens(JwtClaims claims, TokenKey key) {
        this.claims = claims;
        this.key = key;
    }

    /** A valid token of a person or a client. */
    public static String of(String name) {
        return mint(name).token();
    }

    /** A token to be changed before it is signed. */
    public static TestTokens mint(String name) {
        var client = REALM.client(name);
        Realm.Subject subject = client.isPresent()
                ? client.get()
                : REALM.person(name).orElseThrow(() -> new IllegalArgumentException("nobody is called " + name));
        return mint(subject, client.isPresent() ? name : Realm.APP);
    }

    /** A token for somebody who is not in the realm: any name, any role in lower case. */
    public static TestTokens stranger(String name, String... roles) {
        return mint(new Realm.Person(name, "", List.of(roles), Map.of()), Realm.APP);
    }

    private static TestTokens mint(Realm.Subject subject, String azp) {
        var claims = Tokens.claims(TestRun.get(TestRun.ISSUER), REALM.audience(), subject, azp);
        return new TestTokens(claims, issuersKey());
    }

    private static TokenKey issuersKey() {
        return KEYS.computeIfAbsent(Path.of(TestRun.get(TestRun.ISSUER_KEY)), TokenKey::at);
    }

    /** The {@code sub} that {@link #of} puts in, for expectations. */
    public static String subject(String name) {
        return new Realm.Person(name, "", List.of(), Map.of()).subject();
    }

    /** The {@code iss} of all tokens. */
    public static String issuer() {
        return TestRun.get(TestRun.ISSUER);
    }

    /** Exactly these roles. */
    public TestTokens roles(String... roles) {
        claims.setClaim("realm_access", Map.of("roles", new ArrayList<>(List.of(roles))));
        return this;
    }

    /** Sets any claim. */
    public TestTokens claim(String name, Object value) {
        claims.setClaim(name, value);
        return this;
    }

    /** Leaves a claim out. */
    public TestTokens without(String name) {
        claims.unsetClaim(name);
        return this;
    }

    /** Meant for another service. */
    public TestTokens audience(String audience) {
        claims.setAudience(audience);
        return this;
    }

    /** Valid until an hour ago. */
    public TestTokens expired() {
        var hourAgo = NumericDate.now();
        hourAgo.addSeconds(-3600);
        claims.setExpirationTime(hourAgo);
        return this;
    }

    /** Signed with another key under the issuer's key id. */
    public TestTokens wrongSignature() {
        key = TokenKey.random().named(key);
        return this;
    }

    /** The compact form for {@code Authorization: Bearer}. */
    public String token() {
        if (key != issuersKey() || !(claims.getClaimValue(ReservedClaimNames.ISSUED_AT) instanceof Long now)) {
            return key.sign(claims);
        }
        return SIGNED.compute(
                        said(now),
                        (said, before) -> before != null && now < before.issuedAt() + OLD_AFTER_SECONDS
                                ? before
                                : new Signed(key.sign(claims), now))
                .token();
    }

    /** All that the token says, with how long it is valid instead of from when until when. */
    private Map<String, Object> said(long issuedAt) {
        var said = new HashMap<>(claims.getClaimsMap());
        said.remove(ReservedClaimNames.JWT_ID);
        said.remove(ReservedClaimNames.ISSUED_AT);
        said.computeIfPresent(
                ReservedClaimNames.EXPIRATION_TIME,
                (name, until) -> until instanceof Long end ? end - issuedAt : until);
        return said;
    }

    /** @param issuedAt in seconds of the epoch */
    private record Signed(String token, long issuedAt) {}
}
