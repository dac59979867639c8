package org.lingbao.enrollment.signal;

import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.lingbao.enrollment.testing.Pages;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestTokens;

/** What clerks see of signals and say of them. */
final class SignalDesk {
    private SignalDesk() {}

    static String signalOf(String enrollment) {
        return signalsOf(enrollment).getFirst();
    }

    static List<String> signalsOf(String enrollment) {
        return TestDatabase.query(
                        "select signal_id from signal_enrollment where application_id = cast(? as uuid)", enrollment)
                .stream()
                .map(row -> String.valueOf(row.get("signal_id")))
                .toList();
    }

    static ValidatableResponse open(String signal, String who) {
        return as(TestTokens.of(who)).get("/signals/" + signal).then();
    }

    static List<String> listed(String who, String more) {
        return Pages.all("/signals?area=370700" + more, TestTokens.of(who), "signals.signalId");
    }

    static ValidatableResponse end(String task, String who, String outcome) {
        return post("/tasks/" + task + "/outcome", TestTokens.of(who), "{\"outcome\": \"" + outcome + "\"}");
    }
}
