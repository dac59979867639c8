package org.lingbao.local.faults;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lingbao.local.faults.Journal.Kind;
import org.lingbao.local.stack.Service;

/** A company posts one gig after the other; each says in its description under which key it was posted. */
record Advertising(Client client, FreshTokens tokens, LocalDate today) implements Runnable {
    /** A company of the realm. */
    static final String EMPLOYER = "chen.employer";

    private static final int HEXADECIMAL = 16;

    @Override
    public void run() {
        var key = letters();
        var body = new HashMap<String, Object>();
        body.put("title", "日常保洁");
        body.put("description", key);
        body.put("occupations", List.of("保洁"));
        body.put("pay", Map.of("amount", "200.00", "unit", "DAY"));
        body.put("place", "370705");
        body.put("position", Map.of("lat", 36.7248, "lon", 119.1617));
        body.put("startsOn", today.toString());
        body.put("days", 1);
        body.put("headcount", 1);
        var posted = client.write(new Command(
                Kind.GIG,
                key,
                key,
                Service.JOB_MATCHING,
                "POST",
                "/gigs",
                () -> tokens.person(EMPLOYER),
                body,
                answer -> answer.path("gigId").asText()));
        assert posted.isEmpty() || posted.get().done();
    }

    /** Letters only: a text that other people read must not look as if it held somebody's number. */
    private static String letters() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .map(sign -> 'a' + Character.digit(sign, HEXADECIMAL))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
