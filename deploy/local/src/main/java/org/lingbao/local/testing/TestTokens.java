package org.lingbao.local.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.lingbao.local.part.Realm;
import org.lingbao.local.part.TokenKey;
import org.lingbao.local.part.Tokens;

/**
 * Access tokens for tests, signed with the test issuer's key.
 * {@code TestTokens.of("zhao.qiang")} is a good one; {@code TestTokens.mint("zhao.qiang").expired().token()} is not.
 * Names are those of {@code realm.json}; any {@code citizen-<number>} is a citizen, too.
 */
public final class TestTokens {
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
        var realm = Realm.load();
        var client = realm.client(name);
        Realm.Subject subject = client.isPresent()
                ? client.get()
                : realm.person(name).orElseThrow(() -> new IllegalArgumentException("nobody is called " + name));
        return mint(realm, subject, client.isPresent() ? name : Realm.APP);
    }

    /** A token for somebody who is not in the realm: any name, any role in lower case. */
    public static TestTokens stranger(String name, String... roles) {
        return mint(Realm.load(), new Realm.Person(name, "", List.of(roles), Map.of()), Realm.APP);
    }

    private static TestTokens mint(Realm realm, Realm.Subject subject, String azp) {
        var claims = Tokens.claims(TestRun.get(TestRun.ISSUER), realm.audience(), subject, azp);
        return new TestTokens(claims, TokenKey.at(Path.of(TestRun.get(TestRun.ISSUER_KEY))));
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
        return key.sign(claims);
    }
}
