package org.lingbao.matching.story;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.lingbao.local.testing.Fields;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestTokens;

/** The people of the tests and what they do. Everybody is new, so that tests do not meet. */
public final class Story {
    public static final String KUIWEN = "370705";
    public static final String CLERK = "li.clerk";
    public static final String CLERK_OF_QINGDAO = "zhou.clerk";

    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int SIGN_COUNT = SIGNS.length();

    private Story() {}

    /** A person with a login, of whom enrollment has told. */
    public record Person(UUID id, String name) {
        public String token() {
            return TestTokens.of(name);
        }
    }

    public static Person person() {
        var person = new Person(
                UUID.randomUUID(), "citizen-" + ThreadLocalRandom.current().nextLong(1, 999_999_999_999L));
        execute(
                "insert into login values (?, ?, ?)",
                TestTokens.issuer(),
                TestTokens.subject(person.name()),
                person.id());
        execute("insert into person_area values (?, ?)", person.id(), "370700");
        return person;
    }

    public static void consents(Person person) {
        execute("insert into consent values (?, 'JOB_MATCHING', 1, ?)", person.id(), LocalDate.parse("2026-09-01"));
    }

    public static void revokes(Person person) {
        execute("delete from consent where person_id = ?", person.id());
    }

    /** A word that no other test has: three rare characters. */
    public static String rare() {
        var word = new StringBuilder();
        ThreadLocalRandom.current().ints(3, 0x9000, 0x9800).forEach(word::appendCodePoint);
        return word.toString();
    }

    /** Somebody who cleans, lives in Kuiwen, goes 10 km and is free from now on. */
    public static Person worker() {
        return worker("保洁");
    }

    /** The same with another occupation: one of their own, if nobody else's work is to come before. */
    public static Person worker(String occupation) {
        var person = person();
        consents(person);
        states(person, profile(occupation, "36.7068", "119.1617")).statusCode(200);
        return person;
    }

    /** The person as employers see them. */
    public static String workerId(Person person) {
        return Fields.text(
                as(person.token())
                        .get("/workers/me")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString(),
                "/workerId");
    }

    public static ValidatableResponse states(Person person, String profile) {
        return as(person.token()).body(profile).put("/workers/me").then();
    }

    public static String profile(String occupation, String lat, String lon) {
        return """
                {"occupations": ["%s"], "place": "370705", "position": {"lat": %s, "lon": %s}, "radius": 10000,
                 "freeFrom": "2026-09-01", "floor": {"amount": "150.00", "unit": "DAY"}, "recommendations": true}""".formatted(occupation, lat, lon);
    }

    /** A token of a company that nobody has met. */
    public static String companyToken() {
        return companyToken(newCode());
    }

    public static String companyToken(String creditCode) {
        return TestTokens.mint("chen.employer").claim("employer", creditCode).token();
    }

    /** A company's token, registered. */
    public static String company() {
        var token = companyToken();
        opens(token, "/employers", "{\"name\": \"潍坊保洁有限公司\", \"contact\": \"05360000000\"}")
                .then()
                .statusCode(201);
        return token;
    }

    /** A household's person, registered as an employer. */
    public static Person household() {
        var person = person();
        opens(person.token(), "/employers", "{}").then().statusCode(201);
        return person;
    }

    /** Made up, with a check character that holds. */
    public static String newCode() {
        var body = new StringBuilder("91370700MA");
        while (body.length() < 17) {
            body.append(SIGNS.charAt(ThreadLocalRandom.current().nextInt(SIGN_COUNT)));
        }
        var sum = 0;
        var weight = 1;
        for (var position = 0; position < 17; position++) {
            sum += SIGNS.indexOf(body.charAt(position)) * weight;
            weight = weight * 3 % SIGN_COUNT;
        }
        return body.append(SIGNS.charAt((SIGN_COUNT - sum % SIGN_COUNT) % SIGN_COUNT))
                .toString();
    }

    public static LocalDate today() {
        return LocalDate.parse(
                Fields.text(given().get("/about").then().extract().asString(), "/businessDay"));
    }

    public static void dayIs(LocalDate day) {
        as(TestTokens.of("operator"))
                .body("{\"day\": \"" + day + "\"}")
                .post("/business-day")
                .then()
                .statusCode(200);
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json").header("Accept-Language", "en");
    }

    /** A POST that opens something. */
    public static Response opens(String token, String path, String body) {
        return as(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path);
    }

    public static String gig(String title, String occupation, LocalDate startsOn, int headcount) {
        return gig(title, occupation, startsOn, headcount, null);
    }

    /** Two kilometres from the worker, 200 yuan for a day. */
    public static String gig(
            String title, String occupation, LocalDate startsOn, int headcount, @Nullable String innId) {
        return """
                {"title": "%s", "description": "白天", "occupations": ["%s"], "pay": {"amount": "200.00", "unit": "DAY"},
                 "place": "370705", "position": {"lat": 36.7248, "lon": 119.1617}, %s
                 "startsOn": "%s", "days": 1, "headcount": %d}""".formatted(
                        title, occupation, innId == null ? "" : "\"innId\": \"" + innId + "\",", startsOn, headcount);
    }

    /** The id of an inn in Kuiwen. */
    public static String inn() {
        return Fields.text(
                opens(TestTokens.of(CLERK), "/inns", """
                {"name": "奎文零工客栈", "place": "370705", "address": "东风东街1号",
                 "position": {"lat": 36.7068, "lon": 119.1617}, "opens": "06:00", "closes": "20:00"}""")
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString(),
                "/innId");
    }

    /** The id of a gig for cleaning that is posted at an inn, for three. */
    public static String postedAt(String token, String inn) {
        return Fields.text(
                opens(token, "/gigs", gig("日常保洁", "保洁", today(), 3, inn))
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString(),
                "/gigId");
    }

    /** The id of a gig for cleaning that is posted. */
    public static String posted(String token, LocalDate startsOn, int headcount) {
        return posted(token, "保洁", startsOn, headcount);
    }

    public static String posted(String token, String occupation, LocalDate startsOn, int headcount) {
        return Fields.text(
                opens(token, "/gigs", gig("日常保洁", occupation, startsOn, headcount))
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString(),
                "/gigId");
    }

    public static Response accepts(Person person, String gig) {
        return as(person.token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/gigs/" + gig + "/engagements");
    }

    /** The id of the engagement. */
    public static String accepted(Person person, String gig) {
        return Fields.text(accepts(person, gig).then().statusCode(201).extract().asString(), "/engagementId");
    }

    /** The code that an employer shows for whoever is engaged at a gig. */
    public static String code(String token, String gig, String use) {
        return Fields.text(
                as(token)
                        .body("{\"use\": \"%s\", \"gigId\": \"%s\"}".formatted(use, gig))
                        .post("/job-codes")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString(),
                "/code");
    }

    public static ValidatableResponse scans(Person person, String engagement, String step, String code) {
        return as(person.token())
                .body("{\"code\": \"" + code + "\"}")
                .post("/engagements/" + engagement + "/" + step)
                .then();
    }

    public static ValidatableResponse acts(String token, String engagement, String step) {
        return as(token).post("/engagements/" + engagement + "/" + step).then();
    }

    public static void execute(String sql, Object... parameters) {
        var unused = TestDatabase.execute(sql, parameters);
    }
}
