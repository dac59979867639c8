package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.lingbao.rules.Law;
import org.lingbao.rules.shortfall.Exits;
import org.lingbao.rules.shortfall.ReachedAge;
import org.lingbao.rules.trace.Explained;

/** {@code shortfall.options}, with what is known today. */
final class ShortfallAnswer {
    private ShortfallAnswer() {}

    static Explained<ObjectNode> of(Law law, Input input) {
        var person = new ReachedAge(
                input.number("paidMonths"),
                input.month("reachesAgeIn"),
                input.month("firstInsured"),
                input.number("extendedMonths"));
        return law.shortfall().options(person, LocalDate.MAX).map(ShortfallAnswer::answer);
    }

    private static ObjectNode answer(Exits exits) {
        var answer = Answers.object();
        var options = answer.putArray("options");
        exits.open().forEach(exit -> options.add(exit.name()));
        var unconfirmed = answer.putArray("unconfirmed");
        exits.unconfirmed().forEach(exit -> unconfirmed.add(exit.name()));
        return answer;
    }
}
