package org.lingbao.rules.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.lingbao.rules.shadow.People;
import org.lingbao.rules.shadow.Person;

/** {@code people}: a synthetic population, for a shadow run. */
final class Population {
    private Population() {}

    static int run(List<String> words, LocalDate today, Output output) {
        var options = Options.parse("people", words, Set.of(), Set.of("--count", "--seed", "--on"));
        var count =
                options.value("--count", Long::valueOf).orElseThrow(() -> new Misuse("rules people needs --count N"));
        var seed = options.value("--seed", Long::valueOf).orElse(1L);
        var on = options.value("--on", LocalDate::parse).orElse(today);
        output.line(Person.HEADER);
        People.of(seed, count, on).map(Person::line).forEach(output::line);
        return Main.GOOD;
    }
}
