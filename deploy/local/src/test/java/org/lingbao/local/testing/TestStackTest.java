package org.lingbao.local.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TestStackTest {
    private static Map<String, String> first = Map.of();
    private static Map<String, String> second = Map.of();

    @BeforeAll
    static void start() {
        first = new TestStack().start();
        second = new TestStack().start();
    }

    @Test
    void two_runs_share_the_servers_and_nothing_else() {
        assertThat(second).hasSameSizeAs(first);
        for (var shared : List.of("kafka.bootstrap.servers", "quarkus.oidc.auth-server-url")) {
            assertThat(second.get(shared)).isEqualTo(first.get(shared));
        }
        for (var own : List.of("quarkus.datasource.jdbc.url", "lingbao.topic-prefix", "lingbao.keys")) {
            assertThat(second.get(own)).isNotEqualTo(first.get(own));
        }
    }

    @Test
    void a_test_reads_and_changes_the_database_of_its_run() {
        assertThat(TestDatabase.execute("create table receipt (number text, fen bigint)"))
                .isZero();
        assertThat(TestDatabase.execute("insert into receipt values (?, ?)", "R1", 91460L))
                .isEqualTo(1);

        assertThat(TestDatabase.query("select * from receipt")).containsExactly(Map.of("number", "R1", "fen", 91460L));
        assertThat(TestDatabase.number("select count(*) from receipt")).isEqualTo(1);
    }

    @Test
    void a_record_comes_back_with_its_key_headers_and_bytes() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestTopics.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(TestTopics.full("story"), 2, (short) 1)))
                    .all()
                    .get();
        }

        TestTopics.send("story", "zhao", "paid".getBytes(UTF_8), Map.of("ce_type", "told.v1"));

        var message = TestTopics.awaitKey("story", "zhao", 1).getFirst();
        assertThat(message.text()).isEqualTo("paid");
        assertThat(message.headers()).containsEntry("ce_type", "told.v1");
        assertThat(TestTopics.all("story")).hasSize(1);
        assertThatThrownBy(() -> assertThat(TestTopics.await("story", 2, Duration.ofSeconds(1), any -> true))
                        .isEmpty())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected 2 records");
    }

    @Test
    void a_good_token_names_person_role_and_audience() throws Exception {
        var claims = verifier().processToClaims(TestTokens.of("li.clerk"));

        assertThat(claims.getSubject()).isEqualTo(TestTokens.subject("li.clerk"));
        assertThat(claims.getStringClaimValue("org")).isEqualTo("370700");
        assertThat(claims.getClaimValue("realm_access")).isEqualTo(Map.of("roles", List.of("clerk")));
    }

    @Test
    void a_bad_token_is_bad_in_the_way_that_was_asked_for() {
        assertThat(fault(TestTokens.mint("zhao.qiang").expired())).isEqualTo(ErrorCodes.EXPIRED);
        assertThat(fault(TestTokens.mint("zhao.qiang").audience("elsewhere"))).isEqualTo(ErrorCodes.AUDIENCE_INVALID);
        assertThat(fault(TestTokens.mint("zhao.qiang").wrongSignature())).isEqualTo(ErrorCodes.SIGNATURE_INVALID);
    }

    private static int fault(TestTokens token) {
        try {
            var claims = verifier().processToClaims(token.token());
            throw new AssertionError("accepted: " + claims);
        } catch (InvalidJwtException e) {
            return e.getErrorDetails().getFirst().getErrorCode();
        }
    }

    /** Knows only the issuer's published keys, as a service does. */
    private static JwtConsumer verifier() {
        var keys = new HttpsJwks(TestTokens.issuer() + "/protocol/openid-connect/certs");
        return new JwtConsumerBuilder()
                .setExpectedIssuer(TestTokens.issuer())
                .setExpectedAudience("lingbao")
                .setRequireExpirationTime()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
                .build();
    }
}
