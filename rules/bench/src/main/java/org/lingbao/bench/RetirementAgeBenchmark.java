package org.lingbao.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.lingbao.rules.Law;
import org.lingbao.rules.forecast.Question;
import org.lingbao.rules.retirement.Retirement;
import org.lingbao.rules.retirement.RetirementRules;
import org.lingbao.rules.value.Rate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** When somebody retires. */
@State(Scope.Thread)
public class RetirementAgeBenchmark {
    private final RetirementRules rules = Law.standard().retirement();
    private final Question[] people = Population.questions(new Rate(BigDecimal.ZERO));
    private int next;

    @Benchmark
    public Retirement rule(Processor processor) {
        processor.answers++;
        var person = next();
        return rules.of(person.category(), person.birthDate(), person.on()).value();
    }

    /** No law at all: the four dates that any answer consists of, from one date of birth. */
    @Benchmark
    public int raw(Processor processor) {
        processor.answers++;
        var birthDate = next().birthDate();
        var original = birthDate.plusMonths(720);
        var delay = Math.min((birthDate.getYear() * 12 + birthDate.getMonthValue() - 23_581) / 4 + 1, 36);
        LocalDate statutory = birthDate.plusMonths(720L + delay);
        LocalDate earliest = birthDate.plusMonths(684L + delay);
        LocalDate latest = birthDate.plusMonths(756L + delay);
        return original.getDayOfMonth() + statutory.getYear() + earliest.getMonthValue() + latest.getYear();
    }

    private Question next() {
        next = next + 1 & Population.SIZE - 1;
        return people[next];
    }
}
