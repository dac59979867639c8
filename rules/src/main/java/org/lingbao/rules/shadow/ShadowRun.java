package org.lingbao.rules.shadow;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import org.lingbao.rules.Law;
import org.lingbao.rules.forecast.Assumptions;

/**
 * Asks two laws about every person and adds up what differs. Memory does not grow with the people: they are read in batches, a few
 * batches are under way at a time, and only sums are kept.
 *
 * @param on the day of asking, for both laws
 */
public record ShadowRun(Law before, Law after, Assumptions assumptions, LocalDate on) {
    private static final int LINES_A_BATCH = 1000;
    private static final int BATCHES_A_CORE = 4;

    /** @param first the number of its first line */
    private record Batch(long first, List<String> lines) {}

    /**
     * @param lines one person each
     * @param firstLine the number that complaints give the first of them
     * @param progress is told after every batch how many were read
     * @throws IllegalStateException if a rule file of either law is broken
     */
    public Report over(Iterator<String> lines, long firstLine, LongConsumer progress) throws InterruptedException {
        var cores = Runtime.getRuntime().availableProcessors();
        var sum = new Report();
        try (var workers = Executors.newFixedThreadPool(cores)) {
            CompletionService<Report> batches = new ExecutorCompletionService<>(workers);
            var underWay = 0;
            var read = 0L;
            while (lines.hasNext()) {
                if (underWay == cores * BATCHES_A_CORE) {
                    sum.add(finished(batches));
                    underWay--;
                }
                var batch = new Batch(firstLine + read, next(lines));
                var unused = batches.submit(() -> ask(batch));
                underWay++;
                read += batch.lines().size();
                progress.accept(read);
            }
            for (; underWay > 0; underWay--) {
                sum.add(finished(batches));
            }
        }
        return sum;
    }

    private static List<String> next(Iterator<String> lines) {
        var batch = new ArrayList<String>(LINES_A_BATCH);
        while (lines.hasNext() && batch.size() < LINES_A_BATCH) {
            batch.add(lines.next());
        }
        return batch;
    }

    private static Report finished(CompletionService<Report> batches) throws InterruptedException {
        try {
            return batches.take().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }

    private Report ask(Batch batch) {
        var report = new Report();
        var line = batch.first();
        for (var text : batch.lines()) {
            ask(text, line, report);
            line++;
        }
        return report;
    }

    private void ask(String text, long line, Report report) {
        Person person;
        try {
            person = Person.parse(text);
        } catch (IllegalArgumentException | DateTimeException noPerson) {
            report.unreadable(line, String.valueOf(noPerson.getMessage()));
            return;
        }
        report.add(person, Outcome.of(before, person, assumptions, on), Outcome.of(after, person, assumptions, on));
    }
}
