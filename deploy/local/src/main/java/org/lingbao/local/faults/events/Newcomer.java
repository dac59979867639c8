package org.lingbao.local.faults.events;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.lingbao.local.demo.Api;
import org.lingbao.local.demo.MadeUpNumber;
import org.lingbao.local.faults.Ground;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Service;

/**
 * Somebody who registers and enrolls in Shandong: a real event, whose effect in other services is seen. It is somebody else
 * each time, so that a trial can be repeated on the same stack.
 *
 * @param login a citizen's
 * @param person as enrollment calls them; nobody before they have registered
 */
record Newcomer(Api api, String login, String person) {
    private static final int CITIZENS = 900_000_000;
    private static final Duration SOON = Duration.ofSeconds(30);

    static Newcomer registers(Ground ground) {
        var api = new Api(ground.ports(), Cell.SHANDONG);
        var login = "citizen-" + (1 + random(CITIZENS));
        var person = api.post(Service.ENROLLMENT, "/persons", api.signIn(login), fresh(), registration())
                .expect(201)
                .text("personId");
        return new Newcomer(api, login, person);
    }

    /** What somebody says who registers. */
    static Map<String, String> registration() {
        var born = LocalDate.of(1980, 1, 1).plusDays(random(9000));
        return Map.of(
                "identityNumber",
                MadeUpNumber.of("3707", born, random(1000)),
                "name",
                "韩梅",
                "phone",
                "13800000000",
                "hukou",
                "370702");
    }

    /** @return what a citizen says who wants to join */
    Map<String, Object> application() {
        var body = new HashMap<String, Object>();
        body.put("personId", person);
        body.put("scheme", "EMPLOYEE");
        body.put("place", "370700");
        body.put("category", "OTHER_FLEXIBLE");
        body.put("channel", "MOBILE_12333");
        body.put("statements", Map.of("pensioner", false, "employedInsured", false));
        return body;
    }

    Newcomer enrolls() {
        var _ = api.post(Service.ENROLLMENT, "/enrollments", api.signIn(login), fresh(), application())
                .expect(201);
        return this;
    }

    /** Until contribution and transfer know of the relation. */
    void isKnown(Databases databases) {
        for (var service : new Service[] {Service.CONTRIBUTION, Service.TRANSFER}) {
            var owner = new Databases.Owner(Cell.SHANDONG, service);
            Calm.until(
                    owner + " knows of a relation that enrollment has opened",
                    SOON,
                    () -> databases.number(owner, "select count(*) from relation where person_id = '" + person + "'")
                            > 0);
        }
    }

    private static int random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }

    static String fresh() {
        return UUID.randomUUID().toString();
    }
}
