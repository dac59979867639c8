package org.lingbao.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lingbao.local.stack.Service;

/** How people join, or learn why not. */
record JoiningChapter(Api api, Memory memory, Told told, Cast cast) {
    private static final Map<String, Boolean> STATEMENTS = Map.of("pensioner", false, "employedInsured", false);

    void register() {
        told.begin(Story.REGISTER);
        var reply = register("zhao", cast.zhao(), cast.zhaoNumber(), "赵强", "370702");
        var person = memory.same("zhao.personId", reply.text("personId"));
        var masked = masked(reply, cast.zhaoNumber());
        told.figure("personId", person);
        told.end("Zhao Qiang (赵强), ride-hailing driver (网约车司机), registers: " + masked + ", person " + person);
    }

    /** @return the number as the service shows it: never in full */
    static String masked(Reply reply, String number) {
        var shown = reply.text("identityNumber");
        if (shown.equals(number) || !shown.contains("*")) {
            throw new NotAsItShouldBe(reply.request() + " shows the identity number unmasked.");
        }
        return shown;
    }

    private Reply register(String who, String login, String number, String name, String hukou) {
        var body = Map.of("identityNumber", number, "name", name, "phone", "13800000000", "hukou", hukou);
        return api.post(Service.ENROLLMENT, "/persons", api.signIn(login), key(who + ".register"), body)
                .expect(201);
    }

    void enroll() {
        told.begin(Story.ENROLL);
        var reply = apply("zhao", cast.zhao(), memory.known("zhao.personId"), Map.of("workPlace", "370705"))
                .expect(201);
        var receipt = memory.same("enrollment receipt", reply.text("receiptNumber"));
        var ground = reply.text("ground");
        told.figure("enrollmentReceipt", receipt);
        told.figure("ground", ground);
        told.end(
                "He applies for the employee pension scheme (企业职工基本养老保险) and is enrolled at once:",
                "ground " + ground + ", receipt (回执) " + receipt + ", from " + reply.text("from"));
    }

    private Reply apply(String who, String login, String person, Map<String, String> evidence) {
        var body = new java.util.HashMap<String, Object>(evidence);
        body.put("personId", person);
        body.put("scheme", "EMPLOYEE");
        body.put("place", "370700");
        body.put("category", "OTHER_FLEXIBLE");
        body.put("channel", "AI_SHANDONG_APP");
        body.put("statements", STATEMENTS);
        return api.post(Service.ENROLLMENT, "/enrollments", api.signIn(login), key(who + ".enroll"), body);
    }

    void refuse() {
        told.begin(Story.REFUSE);
        var registered = register("sun", cast.sun(), cast.sunNumber(), "孙小丽", "230602");
        var person = memory.same("sun.personId", registered.text("personId"));
        var reply = apply("sun", cast.sun(), person, Map.of()).expect(422);
        var wanted = List.of("NO_PLACE_GROUND", "UNDER_MINIMUM_AGE");
        if (!reply.codes().stream().sorted().toList().equals(wanted)) {
            throw new NotAsItShouldBe("The refusal names " + reply.codes() + " instead of " + wanted + ".");
        }
        var lines = new ArrayList<String>();
        lines.add("Sun Xiaoli (孙小丽), 15, registered in Daqing (大庆), applies, too, and is told every reason:");
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

    private String key(String command) {
        return memory.once("key." + command, () -> UUID.randomUUID().toString());
    }
}
