package org.lingbao.contribution.caller;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.common.mapper.TypeRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CallerTest {
    private static Map<String, Object> seen(String name) {
        return as(TestTokens.of(name))
                .get("/caller")
                .then()
                .statusCode(200)
                .extract()
                .body()
                .as(SEEN);
    }

    private static final TypeRef<Map<String, Object>> SEEN = new TypeRef<>() {};

    @Test
    void a_terminal_hears_of_which_bank_it_is() {
        assertThat(seen(Story.TERMINAL))
                .isEqualTo(Map.of(
                        "client", Story.TERMINAL, "roles", List.of("bank"), "bank", "CCB", "terminal", "370702-0001"));
    }

    @Test
    void a_clerk_hears_of_the_area_and_nobody_hears_who_they_are() {
        assertThat(seen("li.clerk"))
                .isEqualTo(Map.of("client", "lingbao-app", "roles", List.of("clerk"), "organization", "370700"));
    }

    @Test
    void without_a_token_nothing_is_said() {
        given().get("/caller").then().statusCode(401);
    }
}
