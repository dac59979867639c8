package org.lingbao.enrollment.coverage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
    private static final Pattern LINE_END = Pattern.compile("\r?\n");
    private static final Pattern COMMUNITY = Pattern.compile("[1-9]\\d{11}");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int COLUMNS = 3;
    private static final int LONGEST_NAME = 100;

    private FeedLines() {}

    /** A line that says who somebody is and where they live. */
    record Good(int line, IdentityNumber number, PersonName name, String community) {}

    /** @param reasons codes of the catalogue, every one that holds */
    record Wrong(int line, List<String> reasons) {
        Wrong {
            reasons = List.copyOf(reasons);
        }
    }

    /** @param lines of both, without the header and an empty end */
    record Read(int lines, List<Good> good, List<Wrong> wrong) {}

    /** Empty where it is not UTF-8. */
    static Optional<Read> read(byte[] part, LocalDate on) {
        return text(part).map(text -> {
            var good = new ArrayList<Good>();
            var wrong = new ArrayList<Wrong>();
            var lines = text.isEmpty() ? new String[0] : LINE_END.split(text);
            var first = lines.length > 0 && lines[0].equals(HEADER) ? 1 : 0;
            for (var at = first; at < lines.length; at++) {
                read(at + 1, lines[at], on, good, wrong);
            }
            return new Read(good.size() + wrong.size(), good, wrong);
        });
    }

    private static void read(int line, String text, LocalDate on, List<Good> good, List<Wrong> wrong) {
        if (text.isEmpty()) {
            wrong.add(new Wrong(line, List.of("COVERAGE_LINE_EMPTY")));
            return;
        }
        var cells = text.split(",", -1);
        if (cells.length != COLUMNS) {
            wrong.add(new Wrong(line, List.of("COVERAGE_LINE_COLUMNS")));
            return;
        }
        var violations = new ArrayList<Violation>();
        var number = Numbers.check(cells[0].strip(), on, violations);
        var name = cells[1].strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            violations.add(new Violation("COVERAGE_LINE_NAME"));
        }
        if (!COMMUNITY.matcher(cells[2].strip()).matches()) {
            violations.add(new Violation("COVERAGE_LINE_COMMUNITY"));
        }
        if (number.isPresent() && violations.isEmpty()) {
            good.add(new Good(line, new IdentityNumber(number.get().number()), new PersonName(name), cells[2].strip()));
        } else {
            wrong.add(new Wrong(line, violations.stream().map(Violation::code).toList()));
        }
    }

    private static Optional<String> text(byte[] part) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(part)).toString();
            return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
