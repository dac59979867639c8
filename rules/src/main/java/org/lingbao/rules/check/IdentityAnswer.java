package org.lingbao.rules.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lingbao.rules.Law;
import org.lingbao.rules.identity.IdentityCheck.Invalid;
import org.lingbao.rules.identity.IdentityCheck.Valid;

/** {@code identity.check} */
final class IdentityAnswer {
    private IdentityAnswer() {}

    static ObjectNode of(Law law, JsonNode node) {
        var input = new Input(node);
        var answer = Answers.object();
        switch (law.identity().check(input.text("number"), input.date("on"))) {
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
