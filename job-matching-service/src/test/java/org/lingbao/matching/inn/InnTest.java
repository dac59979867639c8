package org.lingbao.matching.inn;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.lingbao.matching.story.Story.as;
import static org.lingbao.matching.story.Story.opens;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.matching.story.Story;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class InnTest {
    private static final String CLERK = TestTokens.of(Story.CLERK);

    private static String inn(String place, String lat) {
        return """
                {"name": "零工客栈", "place": "%s", "address": "东风街", "position": {"lat": %s, "lon": 117.5},
                 "opens": "07:00", "closes": "18:00"}""".formatted(place, lat);
    }

    private static String opened(String lat) {
        return opens(CLERK, "/inns", inn("370786", lat))
                .then()
                .statusCode(201)
                .extract()
                .path("innId");
    }

    @Test
    void everybody_finds_the_nearest_inns_first() {
        var far = opened("38.02");
        var near = opened("38.01");

        List<String> found = given().queryParam("lat", "38")
                .queryParam("lon", "117.5")
                .queryParam("radius", "5000")
                .get("/inns")
                .then()
                .statusCode(200)
                .body("inns[0].distanceMetres", equalTo(1112))
                .extract()
                .path("inns.innId");

        assertThat(found).containsExactly(near, far);
        given().queryParam("place", "370786")
                .get("/inns")
                .then()
                .statusCode(200)
                .body("inns.innId", hasItem(near));
        given().get("/inns/" + far).then().statusCode(200).body("placeName", equalTo("昌邑市"));
    }

    @Test
    void a_clerk_runs_the_inns_of_the_area_and_no_others() {
        var inn = opened("37.5");
        var qingdao = TestTokens.of(Story.CLERK_OF_QINGDAO);
        opens(qingdao, "/inns", inn("370786", "37.5")).then().statusCode(404);
        as(qingdao).body(inn("370200", "37.5")).put("/inns/" + inn).then().statusCode(404);
        as(CLERK).body(inn("370200", "37.5")).put("/inns/" + inn).then().statusCode(404);
        as(CLERK)
                .body(inn("370786", "37.5").replace("18:00", "20:00"))
                .put("/inns/" + inn)
                .then()
                .statusCode(200)
                .body("closes", equalTo("20:00"));
        as(TestTokens.of("operator"))
                .body(inn("370200", "37.5"))
                .put("/inns/" + inn)
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_wrong_is_told_at_once() {
        opens(CLERK, "/inns", """
                        {"name": "零工客栈", "place": "3707", "address": "", "position": {"lat": 91, "lon": 117.5},
                         "opens": "18:00", "closes": "07:00"}""")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/place", "/address", "/position/lat", "/openingBeforeClosing"));
        opens(CLERK, "/inns", inn("210200", "37.5"))
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("PLACE_NOT_SERVED"));
    }
}
