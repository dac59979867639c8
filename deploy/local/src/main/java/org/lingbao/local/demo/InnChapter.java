package org.lingbao.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lingbao.local.stack.Service;

/**
 * How a worker finds a day's work at an inn (零工客栈), comes, leaves and is paid.
 *
 * @param day of the work
 */
record InnChapter(Api api, Memory memory, Told told, Worker worker, Worker household, LocalDate day) {
    private static final String PAY = "260.00";
    private static final String DISTRICT = "370705";
    private static final Map<String, Object> HOME = Map.of("lat", 36.7068, "lon", 119.1617);
    private static final Map<String, Object> WORK = Map.of("lat", 36.7188, "lon", 119.1717);
    private static final String CLERK = "li.clerk";

    /** An inn, a household that registers as an employer, and its gig. */
    void post() {
        told.begin(Story.POST_GIG);
        var inn = memory.same(
                "inn",
                command(
                                "inn",
                                CLERK,
                                "/inns",
                                Map.of(
                                        "name", "奎文零工客栈",
                                        "place", DISTRICT,
                                        "address", "东风东街1号",
                                        "position", HOME,
                                        "opens", "06:00",
                                        "closes", "20:00"))
                        .expect(201)
                        .text("innId"));
        var _ = new JoiningChapter(api, memory, told).register(household, DISTRICT);
        // enrollment's word of the person comes by an event
        var _ = Waiting.until(
                        reply -> reply.status() != 404,
                        () -> command("household", household.login(), "/employers", Map.of()))
                .expect(201);
        var gig = new HashMap<String, Object>();
        gig.put("title", "代驾送老人就医 半天");
        gig.put("description", "上午接送，陪同挂号");
        gig.put("occupations", List.of("驾驶"));
        gig.put("pay", Map.of("amount", PAY, "unit", "DAY"));
        gig.put("place", DISTRICT);
        gig.put("position", WORK);
        gig.put("innId", inn);
        gig.put("startsOn", day.toString());
        gig.put("days", 1);
        gig.put("headcount", 1);
        var posted = command("gig", household.login(), "/gigs", gig).expect(201);
        told.figure("gig", memory.same("gig", posted.text("gigId")));
        told.end(
                "The household of " + household.name() + " posts a gig at the inn in Kuiwen (奎文零工客栈):",
                "drive an elderly person to hospital, " + PAY + " for the day, one place");
    }

    /** The worker consents, says what he can do, and is told why this gig suits him. */
    void recommend() {
        told.begin(Story.RECOMMEND);
        var token = api.signIn(worker.login());
        var path = "/persons/" + memory.known(worker.personKey(api)) + "/consents";
        var _ = api.ask(Service.ENROLLMENT, path, token, Map.of("purpose", "JOB_MATCHING", "version", 1))
                .expect(201);
        var _ = Waiting.until(
                        reply -> reply.status() == 200,
                        () -> api.put(Service.JOB_MATCHING, "/workers/me", token, profile()))
                .expect(200);
        var gig = memory.known("gig");
        var found = api.get(Service.JOB_MATCHING, "/workers/me/recommendations?limit=50", token)
                .expect(200);
        var lines = new ArrayList<String>();
        for (var match : found.list("recommendations")) {
            if (match.path("gig").path("gigId").asText().equals(gig)) {
                lines.add(worker.name() + " consents to recommendations and is shown the gig, score "
                        + match.path("score").asText() + ", with the reasons:");
                match.path("factors")
                        .forEach(factor -> lines.add(factor.path("value").asText() + "  "
                                + factor.path("en").asText()));
            }
        }
        if (lines.isEmpty()) {
            // a story that is gone on with may have taken the one place already
            var _ = api.get(Service.JOB_MATCHING, "/engagements?gigId=" + gig, token)
                    .expect(200)
                    .with("engagements/0/gig/gigId", gig);
            lines.add(worker.name() + " has taken the gig, which is recommended to nobody any more");
        }
        told.end(lines.toArray(String[]::new));
    }

    private Map<String, Object> profile() {
        return Map.of(
                "occupations",
                List.of("驾驶"),
                "place",
                DISTRICT,
                "position",
                HOME,
                "radius",
                10_000,
                "freeFrom",
                day.toString(),
                "floor",
                Map.of("amount", "200.00", "unit", "DAY"),
                "recommendations",
                true);
    }

    void accept() {
        told.begin(Story.ACCEPT);
        var path = "/gigs/" + memory.known("gig") + "/engagements";
        var accepted = command("engagement", worker.login(), path, Map.of()).expect(201);
        told.figure("engagement", memory.same("engagement", accepted.text("engagementId")));
        var gig = api.get(Service.JOB_MATCHING, "/gigs/" + memory.known("gig"), api.signIn(household.login()))
                .expect(200)
                .with("placesLeft", "0");
        told.end("He accepts, and the gig is " + gig.text("status") + ": its one place is taken");
    }

    /** By codes that live for a minute: the household shows the one, the inn's clerk the other. */
    void scan() {
        told.begin(Story.SCAN);
        scan("IN", "check-in", household.login(), "CHECKED_IN");
        scan("OUT", "check-out", CLERK, "CHECKED_OUT");
        told.end(
                "He scans in by the code (就业码) that the household shows, and out by the one of the inn's clerk;",
                "each is signed, lives for a minute, and can be verified without a connection");
    }

    private void scan(String use, String step, String shownBy, String reached) {
        var token = api.signIn(worker.login());
        var before = api.get(Service.JOB_MATCHING, engagement(""), token).expect(200);
        if (before.text("state").equals(reached)
                || !before.body().path(doneOn(use)).isMissingNode()) {
            return;
        }
        var code = api.ask(
                        Service.JOB_MATCHING,
                        "/job-codes",
                        api.signIn(shownBy),
                        Map.of("use", use, "gigId", memory.known("gig")))
                .expect(200)
                .text("code");
        var _ = api.ask(Service.JOB_MATCHING, engagement("/" + step), token, Map.of("code", code))
                .expect(200)
                .with("state", reached);
    }

    private static String doneOn(String use) {
        return use.equals("IN") ? "checkedInOn" : "checkedOutOn";
    }

    void paid() {
        told.begin(Story.GIG_PAID);
        var token = api.signIn(household.login());
        var state =
                api.get(Service.JOB_MATCHING, engagement(""), token).expect(200).text("state");
        if (state.equals("CHECKED_OUT")) {
            var _ = api.ask(Service.JOB_MATCHING, engagement("/completion"), token, Map.of())
                    .expect(200)
                    .with("state", "COMPLETED");
        }
        if (!state.equals("PAID")) {
            var _ = api.ask(
                            Service.JOB_MATCHING,
                            engagement("/payment"),
                            token,
                            Map.of("amount", PAY, "how", "WECHAT", "proof", "微信转账"))
                    .expect(200)
                    .with("state", "PAID");
        }
        var _ = api.get(Service.JOB_MATCHING, engagement(""), api.signIn(worker.login()))
                .expect(200)
                .with("payment/amount", PAY);
        told.figure("gigPaid", PAY);
        told.end("The household confirms the work and pays " + PAY + "; both sides see it");
    }

    private String engagement(String rest) {
        return "/engagements/" + memory.known("engagement") + rest;
    }

    private Reply command(String name, String login, String path, Map<String, ?> body) {
        return api.post(Service.JOB_MATCHING, path, api.signIn(login), memory.key(name), body);
    }
}
