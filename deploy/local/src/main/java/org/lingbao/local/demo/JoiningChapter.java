package org.lingbao.local.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lingbao.local.stack.Service;

/** How people join in one cell, or learn why not. */
record JoiningChapter(Api api, Memory memory, Told told) {
    private static final Map<String, Boolean> STATEMENTS = Map.of("pensioner", false, "employedInsured", false);

    /**
     * @param hukou the place of the household register
     * @return the identity number as the service shows it
     */
    String register(Worker worker, String hukou) {
        var body = Map.of(
                "identityNumber",
                worker.number(),
                "name",
                worker.chineseName(),
                "phone",
                "13800000000",
                "hukou",
                hukou);
        var reply = api.post(Service.ENROLLMENT, "/persons", api.signIn(worker.login()), key(worker, "register"), body)
                .expect(201);
        var person = memory.same(worker.personKey(api), reply.text("personId"));
        told.figure(worker.personKey(api), person);
        return masked(reply, worker.number());
    }

    /** @return the number as the service shows it: never in full */
    static String masked(Reply reply, String number) {
        var shown = reply.text("identityNumber");
        if (shown.equals(number) || !shown.contains("*")) {
            throw new NotAsItShouldBe(reply.request() + " shows the identity number unmasked.");
        }
        return shown;
    }

    /**
     * Joins, and takes the receipt as a file.
     *
     * @param evidence such as the place of work
     */
    Reply enroll(Worker worker, String place, Map<String, String> evidence) {
        var reply = apply(worker, place, evidence).expect(201);
        var receipt = memory.same(worker.key() + " enrollment receipt " + place, reply.text("receiptNumber"));
        told.figure("enrollmentReceipt." + place, receipt);
        new Papers(api).receipt(reply.text("enrollmentId"), receipt, api.signIn(worker.login()));
        return reply;
    }

    private Reply apply(Worker worker, String place, Map<String, String> evidence) {
        var body = new HashMap<String, Object>(evidence);
        body.put("personId", memory.known(worker.personKey(api)));
        body.put("scheme", "EMPLOYEE");
        body.put("place", place);
        body.put("category", "OTHER_FLEXIBLE");
        body.put("channel", "ELECTRONIC_SOCIAL_SECURITY_CARD");
        body.put("statements", STATEMENTS);
        return api.post(Service.ENROLLMENT, "/enrollments", api.signIn(worker.login()), key(worker, "enroll"), body);
    }

    void refuse(Worker sun) {
        told.begin(Story.REFUSE);
        var unused = register(sun, "230602");
        var reply = apply(sun, "370700", Map.of()).expect(422);
        var wanted = List.of("NO_PLACE_GROUND", "UNDER_MINIMUM_AGE");
        if (!reply.codes().stream().sorted().toList().equals(wanted)) {
            throw new NotAsItShouldBe("The refusal names " + reply.codes() + " instead of " + wanted + ".");
        }
        var lines = new ArrayList<String>();
        lines.add(sun.name() + ", 15, registered in Daqing (大庆), applies in Weifang, and is told every reason:");
        for (var error : reply.errors()) {
            var citation = error.path("citation").asText();
            if (citation.isEmpty()) {
                throw new NotAsItShouldBe("The reason " + error.path("code").asText() + " cites no article.");
            }
            lines.add(error.path("code").asText() + ": " + error.path("detail").asText() + " " + citation);
        }
        told.figure("refusalReasons", reply.codes());
        told.end(lines.toArray(String[]::new));
    }

    private String key(Worker worker, String command) {
        return memory.key(worker.key() + "." + api.cell().number() + "." + command);
    }
}
