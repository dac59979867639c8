package org.lingbao.bench;

import org.lingbao.rules.Law;
import org.lingbao.rules.forecast.Forecast;
import org.lingbao.rules.forecast.ForecastRules;
import org.lingbao.rules.forecast.Question;
import org.lingbao.rules.value.Rate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The whole forecast of a plan until retirement, without its trace. */
@State(Scope.Thread)
public class ForecastBenchmark {
    /** Growing wages change the base of every year. */
    @Param({"0", "0.035"})
    public String wageGrowth = "0";

    private final ForecastRules rules = Law.standard().forecast();
    private Question[] people = {};
    private int next;

    @Setup
    public void populate() {
        people = Population.questions(Rate.of(wageGrowth));
    }

    @Benchmark
    public Forecast rule(Processor processor) {
        processor.answers++;
        return rules.of(next()).value();
    }

    /** No law at all: an account in a bare loop of 64-bit numbers over the same years, with interest rounded half up, and a division. */
    @Benchmark
    public long raw(Processor processor) {
        processor.answers++;
        var person = next();
        var balance = person.past().balance().fen();
        var monthly = 36_584L;
        var index = 0L;
        var last = person.birthDate().plusYears(60).getYear();
        for (var year = person.on().getYear(); year <= last; year++) {
            var product = monthly * 78;
            balance += monthly * 12 + (balance * 150 + 5_000) / 10_000 + (product * 150 + 60_000) / 120_000;
            index += (monthly * 125_000 + 381_050) / 762_100 * 12;
        }
        return balance / 139 + index / 480;
    }

    private Question next() {
        next = next + 1 & Population.SIZE - 1;
        return people[next];
    }
}
