package org.lingbao.enrollment.takeover;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.joining.domain.Joining;
import org.lingbao.enrollment.lines.PartLines;
import org.lingbao.enrollment.lines.PartLines.Line;
import org.lingbao.enrollment.lines.Wrong;
import org.lingbao.enrollment.person.Newcomers.Newcomer;
import org.lingbao.enrollment.person.Numbers;
import org.lingbao.enrollment.place.Places;
import org.lingbao.enrollment.standing.domain.Months;
import org.lingbao.enrollment.standing.domain.PersonId;
import org.lingbao.enrollment.standing.domain.Relation;
import org.lingbao.enrollment.standing.domain.RelationId;
import org.lingbao.enrollment.standing.domain.Standing;
import org.lingbao.personal.PersonName;
import org.lingbao.personal.PhoneNumber;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.identity.IdentityCheck;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * Reads a part of the file: a line is {@code identityNumber,name,phone,hukou,community,scheme,place,from}. The community may be
 * empty; scheme, place and month are there together or not at all.
 *
 * @param today the business day
 */
record TakeoverLines(LocalDate today) {
    private static final String HEADER = "identityNumber,name,phone,hukou,community,scheme,place,from";
    private static final int COLUMNS = 8;

    /** Of a place where nobody is enrolled, or which is not in the area of the file. */
    static final String OTHER_PLACE = "TAKEOVER_LINE_PLACE";

    private static final int LONGEST_NAME = 100;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{7,15}");
    private static final Pattern PLACE = Pattern.compile("[0-9]{6}");
    private static final Pattern COMMUNITY = Pattern.compile("[1-9][0-9]{11}");

    /** Work injury is insured by employers, who declare whom they employ. */
    private static final Set<String> SCHEMES =
            Set.of(Scheme.EMPLOYEE.name(), Scheme.RESIDENT.name(), Scheme.MEDICAL.name());

    /** A person, and how the person is enrolled. */
    record Good(int line, Newcomer person, Optional<Enrolled> enrolled) {}

    /**
     * @param from the first month
     * @param last the last one that may be paid by the law; null where it sets none
     */
    record Enrolled(
            Scheme scheme,
            Place place,
            YearMonth from,
            @Nullable YearMonth last) {
        /** The person pays. */
        Relation relation(UUID person, LocalDate today) {
            return new Relation(
                    new RelationId(Ids.next()),
                    new PersonId(person),
                    scheme,
                    place,
                    new Standing.Flexible(Months.since(from), last),
                    today);
        }
    }

    /**
     * @param lines of both
     * @param places of enrollment by the numbers of the lines, those of wrong lines, too
     */
    record Read(int lines, List<Good> good, List<Wrong> wrong, Map<Integer, Place> places) {}

    /** Empty where it is not UTF-8. */
    Optional<Read> read(byte[] part) {
        return PartLines.read(part, HEADER).map(lines -> {
            var good = new ArrayList<Good>();
            var wrong = new ArrayList<Wrong>();
            var places = new HashMap<Integer, Place>();
            for (var line : lines) {
                read(line, good, wrong);
                place(line).ifPresent(place -> places.put(line.number(), place));
            }
            return new Read(lines.size(), good, wrong, places);
        });
    }

    private void read(Line line, List<Good> good, List<Wrong> wrong) {
        if (line.isEmpty() || line.cells().size() != COLUMNS) {
            wrong.add(new Wrong(
                    line.number(), List.of(line.isEmpty() ? "COVERAGE_LINE_EMPTY" : "TAKEOVER_LINE_COLUMNS")));
            return;
        }
        var cells = new Cells(line.cells());
        var person = person(cells);
        var enrolled = enrolled(cells, person);
        if (cells.wrong.isEmpty()) {
            good.add(new Good(line.number(), person.orElseThrow(), enrolled));
        } else {
            wrong.add(new Wrong(line.number(), cells.wrong));
        }
    }

    private Optional<Newcomer> person(Cells cells) {
        var violations = new ArrayList<Violation>();
        var identity = Numbers.check(cells.get(0), today, violations);
        violations.forEach(violation -> cells.wrong.add(violation.code()));
        var name = cells.checked(1, text -> !text.isEmpty() && text.length() <= LONGEST_NAME, "COVERAGE_LINE_NAME");
        var phone = cells.checked(2, PHONE.asMatchPredicate(), "TAKEOVER_LINE_PHONE");
        var hukou = cells.checked(3, TakeoverLines::isPlace, "TAKEOVER_LINE_HUKOU");
        var community = cells.checked(
                4, text -> text.isEmpty() || COMMUNITY.matcher(text).matches(), "COVERAGE_LINE_COMMUNITY");
        return cells.wrong.isEmpty()
                ? identity.map(valid -> new Newcomer(
                        valid,
                        new PersonName(name),
                        new PhoneNumber(phone),
                        new Place(hukou),
                        community.isEmpty() ? null : community))
                : Optional.empty();
    }

    private Optional<Enrolled> enrolled(Cells cells, Optional<Newcomer> person) {
        if (cells.get(5).isEmpty() && cells.get(6).isEmpty() && cells.get(7).isEmpty()) {
            return Optional.empty();
        }
        var scheme = cells.checked(5, SCHEMES::contains, "TAKEOVER_LINE_SCHEME");
        var place = cells.checked(6, TakeoverLines::isPlaceOfEnrollment, OTHER_PLACE);
        var from = cells.checked(7, this::isMonthUntilNow, "TAKEOVER_LINE_MONTH");
        return cells.wrong.isEmpty()
                ? enrolled(cells, person.orElseThrow().identity(), Scheme.valueOf(scheme), new Place(place), from)
                : Optional.empty();
    }

    /** The law does not know when somebody retires who was that old before it. */
    private Optional<Enrolled> enrolled(
            Cells cells, IdentityCheck.Valid person, Scheme scheme, Place place, String from) {
        try {
            var last = Joining.lastPayable(scheme, place, person.sex(), person.birthDate(), today);
            return Optional.of(new Enrolled(scheme, place, YearMonth.parse(from), last));
        } catch (DataNotLoaded unknown) {
            cells.wrong.add("TAKEOVER_LINE_RETIRED_LONG_AGO");
            return Optional.empty();
        }
    }

    private static boolean isPlace(String text) {
        return PLACE.matcher(text).matches() && new Place(text).name().isPresent();
    }

    private static boolean isPlaceOfEnrollment(String text) {
        return isPlace(text) && Places.wholeProvince(new Place(text), "").isEmpty();
    }

    private static Optional<Place> place(Line line) {
        return line.cells().size() == COLUMNS
                        && isPlaceOfEnrollment(line.cells().get(6))
                ? Optional.of(new Place(line.cells().get(6)))
                : Optional.empty();
    }

    private boolean isMonthUntilNow(String text) {
        try {
            return !YearMonth.parse(text).isAfter(YearMonth.from(today));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** The cells of a line, and the codes of what is wrong with them. */
    private record Cells(List<String> all, List<String> wrong) {
        Cells(List<String> all) {
            this(all, new ArrayList<>());
        }

        String get(int column) {
            return all.get(column);
        }

        /** The cell, right or wrong. */
        String checked(int column, Predicate<String> isRight, String code) {
            var cell = all.get(column);
            if (!isRight.test(cell)) {
                wrong.add(code);
            }
            return cell;
        }
    }
}
