package org.lingbao.transfer.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.rules.Law;
import org.lingbao.rules.deadline.DueDay;
import org.lingbao.transfer.transfer.domain.Effect.Task;
import org.lingbao.watching.Figure;
import org.lingbao.watching.Watched;

/** What can be seen of all open cases together: how many, whose deadline is near or over, and what clerks have to do. */
@ApplicationScoped
class OpenCases implements Watched {
    /** In these the deadline that runs is the other province's. */
    private static final String PARTNERS = "status in ('ACCEPTED', 'LETTER_SENT', 'INFO_RECEIVED', 'FUNDS_SENT')";

    private static final String CASES = "select count(*) from transfer_case where open and ";
    private static final String TASKS = "select count(*) from transfer_task where done_on is null and task = ";

    private final BusinessDay day;
    private final int workingDays;

    /** @param workingDays a deadline that ends within so many is near */
    OpenCases(
            BusinessDay day,
            @ConfigProperty(name = "lingbao.transfer.near-working-days", defaultValue = "2") int workingDays) {
        this.day = day;
        this.workingDays = workingDays;
    }

    @Override
    public List<Figure> figures() {
        return Stream.of(
                        Stream.of("IN", "OUT").map(OpenCases::open),
                        ofDeadlines("own", "not " + PARTNERS),
                        ofDeadlines("partner", PARTNERS),
                        Stream.of(figure(
                                "lingbao.transfer.unseen.cases",
                                "open cases whose deadlines were not looked at today",
                                Map.of(),
                                () -> CASES + "day < " + literal(day.today()))),
                        Stream.of(Task.values()).map(OpenCases::tasks))
                .flatMap(figures -> figures)
                .toList();
    }

    private static Figure open(String side) {
        return Figure.of(
                "lingbao.transfer.open.cases",
                "transfers that are going on",
                Map.of("side", side.toLowerCase(Locale.ROOT)),
                CASES + "side = '" + side + "'");
    }

    private Stream<Figure> ofDeadlines(String whose, String condition) {
        return Stream.of(
                figure(
                        "lingbao.transfer.near.deadlines",
                        "open cases whose deadline ends within a few working days",
                        Map.of("whose", whose),
                        () -> CASES + condition + " and due_on between " + literal(day.today()) + " and "
                                + literal(near(day.today()))),
                figure(
                        "lingbao.transfer.missed.deadlines",
                        "open cases whose deadline is over",
                        Map.of("whose", whose),
                        () -> CASES + condition + " and due_on < " + literal(day.today())));
    }

    private static Figure tasks(Task task) {
        return Figure.of(
                "lingbao.transfer.open.tasks",
                "what clerks have to look at",
                Map.of("task", task.name().toLowerCase(Locale.ROOT)),
                TASKS + "'" + task.name() + "'");
    }

    private static Figure figure(String metric, String what, Map<String, String> labels, Supplier<String> sql) {
        return new Figure(metric, what, labels, sql);
    }

    /** Where next year's days off are not announced yet it takes every day for a working day: that tells too early, never too late. */
    private LocalDate near(LocalDate today) {
        return Law.standard().deadline().addWorkingDays(today, workingDays).value() instanceof DueDay.Due(var last)
                ? last
                : today.plusDays(workingDays);
    }

    private static String literal(LocalDate day) {
        return "date '" + day + "'";
    }
}
