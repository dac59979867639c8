package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lingbao.rules.Law;
import org.lingbao.rules.capacity.Capacity;
import org.lingbao.rules.trace.Explained;

/** {@code capacity.full} */
final class CapacityAnswer {
    private CapacityAnswer() {}

    static Explained<ObjectNode> of(Law law, Input input) {
        return law.capacity()
                .of(input.date("birthDate"), input.date("day"), input.date("on"))
                .map(CapacityAnswer::answer);
    }

    private static ObjectNode answer(Capacity capacity) {
        var answer = Answers.object().put("full", capacity instanceof Capacity.Full);
        return capacity instanceof Capacity.Limited limited
                ? answer.put("adult", limited.adult()).put("ownWork", limited.ownWork())
                : answer;
    }
}
