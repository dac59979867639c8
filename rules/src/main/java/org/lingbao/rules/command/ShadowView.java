package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lingbao.rules.shadow.Change;
import org.lingbao.rules.shadow.Group;
import org.lingbao.rules.shadow.Report;
import org.lingbao.rules.shadow.Tally;

/** A shadow run's report, for a person and for a machine. */
record ShadowView(Report report, List<String> pack, LocalDate on, Duration took) {
    private static final String ROW = "%-34s %9s %9s %9s %9s %18s %12s %12s %18s";
    private static final int PER_MILLE = 1000;

    List<String> lines() {
        var lines = new ArrayList<String>();
        var total = report.total();
        lines.add(format("On %s, before and after %s", on, String.join(", ", pack)));
        lines.add(format(
                "%,d people in %,d ms; changed for %,d (%s %%)",
                total.people(), took.toMillis(), total.changed(), share(total)));
        lines.add(format(
                "retire later %,d, earlier %,d; other minimum months %,d; an answer no more %,d, now %,d",
                total.later(),
                total.earlier(),
                total.otherMinimum(),
                total.answerOnlyBefore(),
                total.answerOnlyAfter()));
        if (report.unreadable() > 0) {
            lines.add(
                    format("%,d lines are no people: %s", report.unreadable(), String.join("; ", report.complaints())));
        }
        lines.add("");
        lines.add(format(ROW, "", "", "", "pension", "", "", "", "", "to pay"));
        lines.add(format(
                ROW, "group", "people", "changed", "less", "more", "sum a month", "most lost", "most won", "sum"));
        report.groups().forEach((group, tally) -> {
            if (tally.changed() > 0) {
                lines.add(row(name(group), tally));
            }
        });
        lines.add(row("all", total));
        return lines;
    }

    /** In percent with one decimal, rounded down. */
    private static BigDecimal share(Tally tally) {
        return BigDecimal.valueOf(tally.people() == 0 ? 0 : PER_MILLE * tally.changed() / tally.people(), 1);
    }

    private static String row(String name, Tally tally) {
        var pension = tally.pension();
        return format(
                ROW,
                name,
                count(tally.people()),
                count(tally.changed()),
                count(pension.fewer()),
                count(pension.more()),
                pension.sum(),
                pension.least(),
                pension.most(),
                tally.paidIn().sum());
    }

    private static String count(long number) {
        return format("%,d", number);
    }

    private static String name(Group group) {
        return group.province().code() + " " + group.category() + " born " + group.decade() + "s";
    }

    private static String format(String form, Object... values) {
        return form.formatted(values).stripTrailing();
    }

    ObjectNode json() {
        var json = Answers.object().put("on", on.toString()).put("milliseconds", took.toMillis());
        pack.forEach(json.putArray("pack")::add);
        json.put("unreadable", report.unreadable());
        report.complaints().forEach(json.putArray("complaints")::add);
        json.set("all", json(report.total()));
        var groups = json.putArray("groups");
        for (Map.Entry<Group, Tally> entry : report.groups().entrySet()) {
            var group = entry.getKey();
            var node = groups.addObject()
                    .put("province", group.province().code())
                    .put("category", group.category().name())
                    .put("bornFrom", group.decade());
            node.setAll(json(entry.getValue()));
        }
        return json;
    }

    private static ObjectNode json(Tally tally) {
        var json = Answers.object()
                .put("people", tally.people())
                .put("changed", tally.changed())
                .put("retireLater", tally.later())
                .put("retireEarlier", tally.earlier())
                .put("otherMinimumMonths", tally.otherMinimum())
                .put("answerNoMore", tally.answerOnlyBefore())
                .put("answerNow", tally.answerOnlyAfter());
        json.set("pensionAMonth", json(tally.pension()));
        json.set("toPay", json(tally.paidIn()));
        return json;
    }

    private static ObjectNode json(Change change) {
        return Answers.object()
                .put("less", change.fewer())
                .put("more", change.more())
                .put("sum", change.sum().toYuan())
                .put("mostLost", change.least().toYuan())
                .put("mostWon", change.most().toYuan());
    }
}
