package org.lingbao.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.walk.Matrix;
import org.lingbao.local.walk.Walk;
import org.lingbao.local.walk.World;

/** Every caller at every door, as {@code contracts/authorization.yaml} has it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AuthorizationTest {

    @Test
    void without_a_good_token_nobody_gets_in() {
        assertThat(walk().withoutAGoodToken()).isEmpty();
    }

    @Test
    void every_caller_hears_what_the_matrix_says() {
        assertThat(walk().asEveryCaller()).isEmpty();
    }

    private static Walk walk() {
        return new Walk(Matrix.of(Walk.contracts()), "job-matching", RestAssured.port, AuthorizationTest::world);
    }

    private static World world() {
        return new World()
                .word("id", () -> "999999999")
                .citizens(() -> TestTokens.of("zhao.qiang"), () -> TestTokens.of("sun.li"));
    }
}
