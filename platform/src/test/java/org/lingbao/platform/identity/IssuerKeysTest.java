package org.lingbao.platform.identity;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class IssuerKeysTest {
    @Inject
    IssuerKeys keys;

    @Test
    void keys_that_were_read_again_verify_what_they_verified_before() {
        keys.read().await().atMost(Duration.ofSeconds(60));
        given().auth()
                .oauth2(TestTokens.of("operator"))
                .get("/parked-messages")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(TestTokens.of("operator") + "x")
                .get("/parked-messages")
                .then()
                .statusCode(401);
    }
}
