package org.lingbao.rules.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.util.Map;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;

/** The rules by the names that vectors call them. */
final class Answers {
    static final Map<String, Answer> BY_RULE = Map.of(
            "identity.check", IdentityAnswer::of,
            "enrollment.decide", EnrollmentAnswer::of,
            "contribution.assess", ContributionAnswer::of,
            "retirement.age", RetirementAnswer::of);

    /** Translates a vector's input, asks the rule, translates its result. */
    @FunctionalInterface
    interface Answer {
        ObjectNode of(Law law, JsonNode input);
    }

    private Answers() {}

    static ObjectNode ask(Law law, Answer answer, JsonNode input) {
        try {
            return answer.of(law, input);
        } catch (DataNotLoaded missing) {
            return object().put("error", "DATA_NOT_LOADED").put("what", missing.getMessage());
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return object().put("error", "MALFORMED_INPUT").put("what", malformed.getMessage());
        }
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
