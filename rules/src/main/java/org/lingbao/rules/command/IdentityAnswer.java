package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lingbao.rules.Law;
import org.lingbao.rules.identity.IdentityCheck;
import org.lingbao.rules.identity.IdentityCheck.Invalid;
import org.lingbao.rules.identity.IdentityCheck.Valid;
import org.lingbao.rules.trace.Explained;

/** {@code identity.check} */
final class IdentityAnswer {
    private IdentityAnswer() {}

    static Explained<ObjectNode> of(Law law, Input input) {
        return law.identity().check(input.text("number"), input.date("on")).map(IdentityAnswer::answer);
    }

    private static ObjectNode answer(IdentityCheck check) {
        var answer = Answers.object();
        switch (check) {
            case Valid valid ->
                answer.put("valid", true)
                        .put("kind", valid.kind().name())
                        .put("sex", valid.sex().name())
                        .put("birthDate", valid.birthDate().toString())
                        .put("division", valid.division().code());
            case Invalid invalid -> {
                var reasons = answer.put("valid", false).putArray("reasons");
                invalid.reasons().forEach(reason -> reasons.add(reason.name()));
            }
        }
        return answer;
    }
}
