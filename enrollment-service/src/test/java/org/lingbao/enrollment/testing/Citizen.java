package org.lingbao.enrollment.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.lingbao.local.testing.Fields;
import org.lingbao.local.testing.TestTokens;

/**
 * A made-up person with a login of their own and a valid number that nobody else in this run has.
 *
 * @param login name at the issuer
 * @param number identity number with a right check digit
 */
public record Citizen(String login, String number, String name, String phone, String hukou) {
    /** A terminal of a partner bank. */
    public static final String TERMINAL = "terminal-370702-0001";

    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final Queue<Citizen> MADE = new ConcurrentLinkedQueue<>();
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    /** As many as three digits have odd numbers. */
    private static final int MEN_A_DAY = 500;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    /** A man born on this day with hukou in Weicheng, Weifang. */
    public static Citizen born(LocalDate birthDate) {
        var index = NEXT.getAndIncrement();
        var area = Integer.toString(370_702 + index / MEN_A_DAY);
        var body = area + DAY.format(birthDate) + String.format(Locale.ROOT, "%03d", (2 * index + 1) % (2 * MEN_A_DAY));
        var made = new Citizen(
                "citizen-" + index,
                body + checkDigit(body),
                "赵测试" + (char) ('一' + index),
                "138" + String.format(Locale.ROOT, "%08d", 10_000_000 + index * 7919),
                "370702");
        MADE.add(made);
        return made;
    }

    /** All whom this run has made so far. */
    static List<Citizen> all() {
        return List.copyOf(MADE);
    }

    /** A driver of 36. */
    public static Citizen driver() {
        return born(LocalDate.of(1990, 5, 5));
    }

    /** A registration under another number, with another phone, that says the same name, birth date and sex. */
    public Citizen twin() {
        var born = LocalDate.parse(number.substring(6, 14), DAY);
        var other = born(born);
        return new Citizen(other.login, other.number, name, other.phone, hukou);
    }

    /** The same with another household register. */
    public Citizen withHukou(String place) {
        return new Citizen(login, number, name, phone, place);
    }

    /** The check digit of the first 17 (GB 11643). */
    public static char checkDigit(String body) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return CHECK_DIGITS.charAt(sum % CHECK_DIGITS.length());
    }

    public String token() {
        return TestTokens.of(login);
    }

    public String registration() {
        return """
               {"identityNumber": "%s", "name": "%s", "phone": "%s", "hukou": "%s"}""".formatted(number, name, phone, hukou);
    }

    /** What a bank's terminal sends when the person stands before it. */
    public String atTerminal() {
        return confirmed(registration());
    }

    /** The request with the person's confirmation at a reader of cards. */
    public static String confirmed(String request) {
        return request.replaceFirst(
                "}\\s*$", ", \"confirmation\": {\"kind\": \"CARD\", \"reference\": \"READER-0001\"}}");
    }

    /** Registers with the own login and answers the person id. */
    public String register() {
        return Fields.text(
                post("/persons", token(), registration())
                        .statusCode(201)
                        .extract()
                        .asString(),
                "/personId");
    }

    /** An application for the employee scheme in Weifang, on the ground of the hukou. */
    public static String application(String personId) {
        return application(personId, "EMPLOYEE", false);
    }

    /** With the statements that the scheme asks for. */
    public static String application(String personId, String scheme, boolean pensioner) {
        var more = "RESIDENT".equals(scheme) ? ", \"student\": false, \"stateStaff\": false" : "";
        return """
               {"personId": "%s", "scheme": "%s", "place": "370700", "category": "OTHER_FLEXIBLE",
                "channel": "MOBILE_12333", "statements": {"pensioner": %s, "employedInsured": false%s}}""".formatted(personId, scheme, pensioner, more);
    }

    /** Applies with the own login under a new key. */
    public ValidatableResponse enroll(String personId) {
        return post("/enrollments", token(), application(personId));
    }

    /** Names somebody who may act for them from a day until a day, for purposes. */
    public static ValidatableResponse delegate(
            String personId, Citizen person, Citizen delegate, String from, String until, String... purposes) {
        return post("/persons/" + personId + "/delegations", person.token(), """
                {"identityNumber": "%s", "name": "%s", "purposes": ["%s"], "from": "%s", "until": "%s"}""".formatted(
                        delegate.number, delegate.name, String.join("\", \"", purposes), from, until));
    }

    /** A POST under a new key. */
    public static ValidatableResponse post(String path, String token, String body) {
        return post(path, token, UUID.randomUUID().toString(), body);
    }

    public static ValidatableResponse post(String path, String token, String key, String body) {
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then();
    }

    /** A request of the holder of this token. */
    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).header("Accept-Language", "en");
    }

    /** Tells nothing, so that no test report holds what the logs are searched for. */
    @Override
    public String toString() {
        return "Citizen[" + login + "]";
    }
}
