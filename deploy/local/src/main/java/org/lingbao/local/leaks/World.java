package org.lingbao.local.leaks;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.lingbao.local.demo.Api;
import org.lingbao.local.stack.Service;

/** What a canary has on the running services, so that requests with its ids are right. */
final class World {
    static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)}");

    private static final long LARGEST = 9_999_999_999L;
    private static final int CREATED = 201;

    private World() {}

    /** An id or a key that nobody has used. */
    static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** The same where a number is wanted. */
    static String number() {
        return Long.toString(ThreadLocalRandom.current().nextLong(1, LARGEST));
    }

    /** The canary registers and enrolls, as far as it has not yet. */
    static Map<String, String> of(Api api, Canary canary) {
        var world = new HashMap<>(Map.of(
                "number", canary.number(),
                "holder", canary.name(),
                "phone", canary.phone(),
                "place", "370700",
                "purpose", "STATEMENT_AT_TERMINAL",
                "terminal", "370702-0001",
                "most", "10",
                "id", "999999999"));
        var token = api.signIn(canary.login());
        world.put("today", api.get(Service.ENROLLMENT, "/business-day", token).text("day"));
        var person = api.post(
                        Service.ENROLLMENT,
                        "/persons",
                        token,
                        fresh(),
                        Map.of(
                                "identityNumber",
                                canary.number(),
                                "name",
                                canary.name(),
                                "phone",
                                canary.phone(),
                                "hukou",
                                "370702"))
                .text("personId");
        world.put("personId", person);
        world.put("applicant", person);
        var enrolled = api.post(
                Service.ENROLLMENT,
                "/enrollments",
                token,
                fresh(),
                Map.of(
                        "personId",
                        person,
                        "scheme",
                        "EMPLOYEE",
                        "place",
                        "370700",
                        "category",
                        "OTHER_FLEXIBLE",
                        "channel",
                        "MOBILE_12333",
                        "statements",
                        Map.of("pensioner", false, "employedInsured", false)));
        if (enrolled.status() == CREATED) {
            world.put("enrollmentId", enrolled.text("enrollmentId"));
            world.put("code", enrolled.text("verificationCode"));
        }
        return world;
    }
}
