package org.lingbao.platform.identity;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class KnownTokensTest {
    @Inject
    KnownTokens known;

    @Inject
    IssuerKeys keys;

    @Test
    void a_token_that_was_verified_is_known_with_its_roles_and_claims_and_without_the_request() {
        var token = TestTokens.mint("operator")
                .claim("sid", UUID.randomUUID().toString())
                .token();
        assertThat(known.find(token)).isNull();
        assertThat(status(token)).isEqualTo(200);
        assertThat(status(token)).isEqualTo(200);
        var identity = requireNonNull(known.find(token));
        assertThat(identity.getRoles()).contains(Role.OPERATOR);
        assertThat(identity.getAttributes().values()).noneMatch(RoutingContext.class::isInstance);
    }

    @Test
    void what_was_verified_is_forgotten_when_the_issuers_keys_are_read_again() {
        var token = TestTokens.of("operator");
        assertThat(status(token)).isEqualTo(200);
        keys.read().await().atMost(Duration.ofSeconds(60));
        assertThat(known.find(token)).isNull();
    }

    @Test
    void a_known_token_ends_when_it_says() {
        var token = TestTokens.mint("operator")
                .claim("exp", Clock.systemUTC().instant().getEpochSecond() + 3)
                .token();
        assertThat(status(token)).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> status(token) == 401);
        assertThat(known.find(token)).isNull();
    }

    @Test
    void a_token_that_was_refused_is_not_known() {
        var token = TestTokens.of("operator") + "x";
        assertThat(status(token)).isEqualTo(401);
        assertThat(known.find(token)).isNull();
    }

    private static int status(String token) {
        return given().auth().oauth2(token).get("/parked-messages").statusCode();
    }
}
