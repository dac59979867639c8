package org.lingbao.contribution.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.contribution.story.Story.as;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestTokens;

/** Who takes money for bills, and what they do. */
final class Channels {
    private Channels() {}

    /** @param reference under which it reports */
    record Channel(String token, String reference) {
        Response begins(UUID bill) {
            return as(token).header("Idempotency-Key", reference).post("/bills/" + bill + "/attempts");
        }

        String begun(UUID bill) {
            return begins(bill).then().statusCode(201).extract().path("attemptId");
        }

        Response givesUp(String attempt) {
            return as(token).post("/attempts/" + attempt + "/withdrawal");
        }

        /** By its reference. */
        Response asks() {
            return as(token).queryParam("reference", reference).get("/attempts");
        }

        String state() {
            return asks().then().statusCode(200).extract().path("attempts[0].state");
        }
    }

    static Channel terminal(String terminal, long sequence) {
        return new Channel(TestTokens.of(terminal), terminal.replace("terminal-", "") + "-" + sequence);
    }

    static Channel terminal() {
        return terminal(Story.TERMINAL, Story.newSequence());
    }

    static Channel otherTerminal() {
        return terminal(Story.OTHER_TERMINAL, Story.newSequence());
    }

    static Channel bank() {
        return new Channel(TestTokens.of("bank-ccb"), "370702-0009-" + Story.newSequence());
    }

    static Channel app(Person person) {
        return new Channel(person.token(), UUID.randomUUID().toString());
    }

    static Channel bureau() {
        return new Channel(
                TestTokens.of("tax-21"), "T" + UUID.randomUUID().toString().replace("-", ""));
    }

    static Channel clerk() {
        return new Channel(TestTokens.of("li.clerk"), "none");
    }

    /** The payment under the terminal's reference. */
    static Response pays(String terminal, long sequence, UUID bill) {
        return Story.pays(terminal, sequence, bill, Story.PENSION);
    }

    /** As if it had begun long ago. */
    static void runsOut(String attempt) {
        assertThat(TestDatabase.execute(
                        "update attempt set begun_at = begun_at - interval '2 days', in_flight_until = begun_at - interval '1 day' where attempt_id = ?",
                        UUID.fromString(attempt)))
                .isEqualTo(1);
    }

    /** With its month, which is free again. */
    static void withdrawn(UUID bill) {
        assertThat(TestDatabase.execute("delete from bill_month where bill_id = ?", bill))
                .isEqualTo(1);
        assertThat(TestDatabase.execute("update bill set withdrawn_on = issued_on where bill_id = ?", bill))
                .isEqualTo(1);
    }

    /** Those of the work list that the token's bearer sees. */
    static List<String> unknown(String token) {
        var all = new ArrayList<String>();
        String next = null;
        do {
            var asked = as(token).queryParam("limit", 7);
            var page = (next == null ? asked : asked.queryParam("after", next)).get("/attempts");
            page.then().statusCode(200);
            all.addAll(page.<List<String>>path("attempts.attemptId"));
            next = page.path("next");
        } while (next != null);
        return all;
    }

    static List<Response> atOnce(int times, IntFunction<Callable<Response>> call) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var calls = IntStream.range(0, times).mapToObj(call).toList();
            var answers = new ArrayList<Response>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
