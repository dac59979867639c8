package org.lingbao.matching.gig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.lingbao.matching.story.Story.as;
import static org.lingbao.matching.story.Story.opens;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.matching.story.Story;

/** Finding gigs without a login. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class GigSearchTest {
    private static final String KUIWEN = "36.7068";
    private String company;

    @BeforeEach
    void begin() {
        company = Story.company();
    }

    private String posted(String title, String occupation) {
        return opens(company, "/gigs", Story.gig(title, occupation, Story.today(), 1))
                .then()
                .statusCode(201)
                .extract()
                .path("gigId");
    }

    private static ValidatableResponse find(Map<String, ?> query) {
        return given().queryParams(query)
                .header("Accept-Language", "en")
                .get("/gigs")
                .then();
    }

    private static List<String> found(Map<String, ?> query) {
        return find(query).statusCode(200).extract().path("gigs.gigId");
    }

    @Test
    void chinese_is_found_without_spaces_and_more_of_the_words_come_first() {
        var word = Story.rare();
        var whole = posted("急招" + word + "熟练工", "安装");
        var part = posted("急招" + word.substring(0, 2) + "学徒", "安装");
        var other = posted("急招别的工", "安装");

        assertThat(found(Map.of("text", "找" + word + "的活"))).startsWith(whole, part);
        assertThat(found(Map.of("text", word))).containsExactly(whole, part).doesNotContain(other);
    }

    @Test
    void near_a_position_the_nearest_come_first_with_their_distance_and_none_is_beyond_the_radius() {
        var occupation = Story.rare();
        var near = posted("活", occupation);
        var far = opens(
                        company,
                        "/gigs",
                        Story.gig("活", occupation, Story.today(), 1).replace("36.7248", "36.7608"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("gigId");

        find(Map.of("occupation", occupation, "lat", KUIWEN, "lon", "119.1617", "radius", "7000"))
                .statusCode(200)
                .body("gigs.gigId", equalTo(List.of(near, far)))
                .body("gigs.distanceMetres", equalTo(List.of(2002, 6005)));
        assertThat(found(Map.of("occupation", occupation, "lat", KUIWEN, "lon", "119.1617", "radius", "2001")))
                .isEmpty();
    }

    @Test
    void a_place_holds_what_lies_in_it_and_a_day_what_begins_from_it_on() {
        var occupation = Story.rare();
        var gig = posted("活", occupation);

        assertThat(found(Map.of("occupation", occupation, "place", "370700"))).containsExactly(gig);
        assertThat(found(Map.of("occupation", occupation, "place", "370702"))).isEmpty();
        assertThat(found(Map.of(
                        "occupation", occupation, "startsFrom", Story.today().toString())))
                .containsExactly(gig);
        assertThat(found(Map.of(
                        "occupation",
                        occupation,
                        "startsFrom",
                        Story.today().plusDays(1).toString())))
                .isEmpty();
    }

    @Test
    void pages_follow_each_other_without_gaps_or_repetitions() {
        var occupation = Story.rare();
        var posted = new ArrayList<String>();
        for (var count = 0; count < 5; count++) {
            posted.add(posted("活", occupation));
        }
        var seen = new ArrayList<String>();
        String next = null;
        do {
            var page = given().queryParam("occupation", occupation)
                    .queryParam("limit", 2)
                    .queryParams(next == null ? Map.of() : Map.of("after", next))
                    .get("/gigs")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("gigs.gigId"));
            next = page.path("next");
        } while (next != null);

        assertThat(seen).containsExactlyElementsOf(posted);
    }

    @Test
    void what_is_full_or_closed_is_not_found_and_can_still_be_looked_at() {
        var occupation = Story.rare();
        var full = posted("活", occupation);
        var closed = posted("活", occupation);
        Story.accepts(Story.worker(), full).then().statusCode(201);
        as(company).post("/gigs/" + closed + "/closing").then().statusCode(200).body("status", equalTo("CLOSED"));

        assertThat(found(Map.of("occupation", occupation))).isEmpty();
        given().get("/gigs/" + full).then().statusCode(200).body("status", equalTo("FULL"));
        as(company).get("/gigs/mine").then().statusCode(200).body("gigs.gigId", hasItem(closed));
        as(Story.company()).get("/gigs/mine").then().statusCode(200).body("gigs", empty());
        as(Story.company()).post("/gigs/" + full + "/closing").then().statusCode(404);
        Story.accepts(Story.worker(), closed).then().statusCode(422).body("errors.code", hasItem("GIG_CLOSED"));
    }

    @Test
    void a_households_gig_is_shown_within_a_kilometre_and_exactly_to_who_works_there() {
        var household = Story.household();
        var gig = Story.posted(household.token(), Story.today(), 1);
        given().get("/gigs/" + gig)
                .then()
                .statusCode(200)
                .body("position.lat", equalTo(36.72f))
                .body("position.lon", equalTo(119.16f))
                .body("employer.kind", equalTo("HOUSEHOLD"))
                .body("employer.name", equalTo(null));

        var engagement = Story.accepted(Story.worker(), gig);

        as(household.token())
                .get("/engagements/" + engagement)
                .then()
                .statusCode(200)
                .body("position.lat", equalTo(36.7248f));
    }

    @Test
    void what_is_wrong_with_a_question_is_told_at_once() {
        find(Map.of("text", "，", "place", "370799", "lat", "91", "radius", "0", "after", "x", "startsFrom", "soon"))
                .statusCode(400)
                .body("errors.size()", equalTo(6));
        find(Map.of("lat", "91", "lon", "0")).statusCode(400);
        given().get("/gigs/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void a_gig_that_is_not_as_it_should_be_is_refused_with_every_reason() {
        var body = Story.gig(
                "活", "保洁", Story.today().minusDays(1), 1, UUID.randomUUID().toString());
        opens(Story.companyToken(), "/gigs", body)
                .then()
                .statusCode(422)
                .body(
                        "errors.code",
                        containsInAnyOrder("EMPLOYER_NOT_REGISTERED", "GIG_STARTS_IN_PAST", "INN_UNKNOWN"));
    }

    @Test
    void nobody_leaves_a_number_in_a_text() {
        for (var text :
                List.of("联系电话 138 0000 0000", "１３８００００００００", "138-0000-0000", "身份证370702199001010018", "微信(8600137)")) {
            opens(company, "/gigs", Story.gig("活", "保洁", Story.today(), 1).replace("白天", text))
                    .then()
                    .statusCode(400)
                    .body("errors.code", hasItem("CONSTRAINT"))
                    .body("errors.detail", not(hasItem(text)));
        }
        opens(company, "/gigs", Story.gig("活", "保洁", Story.today(), 1).replace("白天", "2026-09-03 8:00-18:00 100-120元"))
                .then()
                .statusCode(201);
    }

    @Test
    void an_occupation_may_be_named_by_its_code() {
        var gig = posted("活", "4-10-01-06");

        assertThat(found(Map.of("occupation", "4-10-01-06"))).contains(gig);
    }

    /** Else the index would hide what the distance would show. Every fifth radius is of some metres only, where rounding counts. */
    @Test
    void the_box_that_the_index_looks_into_holds_all_that_is_within_the_radius() {
        assertThat(TestDatabase.query("""
                        select count(*) filter (where near) as near, count(*) filter (where near and not boxed) as missed
                        from (select distance_m(lat, lon, at_lat, at_lon) <= radius as near,
                                     point(at_lon, at_lat) <@ around(lat, lon, radius) as boxed
                              from (select lat, lon, radius,
                                           lat + cast(sin(angle) * radius * 8.9932 * part as integer) as at_lat,
                                           lon + cast(cos(angle) * radius * 8.9932 * part / cos(radians(lat / 1e6)) as integer) as at_lon
                                    from (select cast(18e6 + random() * 35e6 as integer) as lat,
                                                 cast(74e6 + random() * 60e6 as integer) as lon,
                                                 cast(1 + random() * case when random() < 0.2 then 9 else 199999 end as integer) as radius,
                                                 random() * 6.2832 as angle, 0.999 + random() * 0.002 as part
                                          from generate_series(1, 50000)) dice) placed) measured""")).singleElement().satisfies(counted -> {
            assertThat(counted.get("missed")).isEqualTo(0L);
            assertThat((Long) counted.get("near")).isGreaterThan(10_000L);
        });
    }
}
