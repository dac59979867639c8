package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.util.Map;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.trace.Explained;

/** The rules by the names that vectors call them. */
final class Answers {
    static final Map<String, Answer> BY_RULE = Map.ofEntries(
            Map.entry("account.interest", AccountAnswer::interest),
            Map.entry("account.rate", AccountAnswer::rate),
            Map.entry("contribution.assess", ContributionAnswer::of),
            Map.entry("deadline.add-working-days", DeadlineAnswer::of),
            Map.entry("enrollment.decide", EnrollmentAnswer::of),
            Map.entry("identity.check", IdentityAnswer::of),
            Map.entry("retirement.age", RetirementAnswer::of));

    /** Translates a vector's input, asks the rule, translates its result. */
    @FunctionalInterface
    interface Answer {
        Explained<ObjectNode> of(Law law, Input input);
    }

    private Answers() {}

    static ObjectNode ask(Law law, Answer answer, JsonNode input) {
        try {
            return answer.of(law, new Input(input)).value();
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
