package org.lingbao.enrollment.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lingbao.enrollment.lines.PartLines;
import org.lingbao.enrollment.lines.Wrong;
import org.lingbao.enrollment.person.Numbers;
import org.lingbao.personal.IdentityNumber;
import org.lingbao.personal.PersonName;
import org.lingbao.platform.problem.Violation;

/**
 * Reads a part of a population file: CSV in UTF-8, a line {@code identityNumber,name,community}, numbers and names unquoted. The
 * first part may begin with a line of these three words.
 */
final class FeedLines {
    private static final String HEADER = "identityNumber,name,community";
    private static final Pattern COMMUNITY = Pattern.compile("[1-9]\\d{11}");
    private static final int COLUMNS = 3;
    private static final int LONGEST_NAME = 100;

    private FeedLines() {}

    /** A line that says who somebody is and where they live. */
    record Good(int line, IdentityNumber number, PersonName name, String community) {}

    /** @param lines of both, without the header and an empty end */
    record Read(int lines, List<Good> good, List<Wrong> wrong) {}

    /** Empty where it is not UTF-8. */
    static Optional<Read> read(byte[] part, LocalDate on) {
        return PartLines.read(part, HEADER).map(lines -> {
            var good = new ArrayList<Good>();
            var wrong = new ArrayList<Wrong>();
            lines.forEach(line -> read(line, on, good, wrong));
            return new Read(lines.size(), good, wrong);
        });
    }

    private static void read(PartLines.Line line, LocalDate on, List<Good> good, List<Wrong> wrong) {
        if (line.isEmpty()) {
            wrong.add(new Wrong(line.number(), List.of("COVERAGE_LINE_EMPTY")));
            return;
        }
        if (line.cells().size() != COLUMNS) {
            wrong.add(new Wrong(line.number(), List.of("COVERAGE_LINE_COLUMNS")));
            return;
        }
        var violations = new ArrayList<Violation>();
        var number = Numbers.check(line.cells().getFirst(), on, violations);
        var name = line.cells().get(1);
        var community = line.cells().getLast();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            violations.add(new Violation("COVERAGE_LINE_NAME"));
        }
        if (!COMMUNITY.matcher(community).matches()) {
            violations.add(new Violation("COVERAGE_LINE_COMMUNITY"));
        }
        if (number.isPresent() && violations.isEmpty()) {
            var identity = new IdentityNumber(number.get().number());
            good.add(new Good(line.number(), identity, new PersonName(name), community));
        } else {
            wrong.add(new Wrong(
                    line.number(), violations.stream().map(Violation::code).toList()));
        }
    }
}
