package org.lingbao.asking;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Rate;

/**
 * Reads the parameters of a query. What is wrong with any of them is kept until all are read, so that the caller is told at once;
 * an unknown code is answered with those that exist or come close.
 */
public final class Query {
    private static final Pattern BEYOND_REASON = Pattern.compile("^\\D?\\d{11}");

    private final List<Violation> violations = new ArrayList<>();

    /** A parameter that was read; its value may be asked for once all are known to be good. */
    public interface Asked<T> {
        T get();
    }

    /** A known place: GB/T 2260. */
    public Asked<Place> place(String name, @Nullable String written) {
        var place = given(name, written, Place::new, "a six-digit code of GB/T 2260, such as 370700");
        place.flatMap(code -> unknown(code, "/" + name)).ifPresent(violations::add);
        return asked(place);
    }

    /** A known place, or none. */
    public Asked<Optional<Place>> placeIfAny(String name, @Nullable String written) {
        return ifAny(written, () -> place(name, written));
    }

    /** One of an enum's constants. */
    public <E extends Enum<E>> Asked<E> code(String name, @Nullable String written, Class<E> type) {
        var known = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(written))
                .findFirst();
        if (known.isEmpty()) {
            violations.add(new Violation("UNKNOWN_CODE")
                    .with("parameter", name)
                    .with(
                            "suggestions",
                            Arrays.stream(type.getEnumConstants())
                                    .map(Enum::name)
                                    .collect(Collectors.joining(", ")))
                    .at("/" + name));
        }
        return asked(known);
    }

    /** A calendar day, or the one that holds where none is given. */
    public Asked<LocalDate> day(String name, @Nullable String written, LocalDate otherwise) {
        return written == null
                ? () -> otherwise
                : asked(given(name, written, LocalDate::parse, "a day, such as 2026-09-01"));
    }

    /** A calendar day. */
    public Asked<LocalDate> day(String name, @Nullable String written) {
        return asked(given(name, written, LocalDate::parse, "a day, such as 2026-09-01"));
    }

    /** A calendar month, or the one that holds where none is given. */
    public Asked<YearMonth> month(String name, @Nullable String written, YearMonth otherwise) {
        return written == null
                ? () -> otherwise
                : asked(given(name, written, YearMonth::parse, "a month, such as 2026-09"));
    }

    /** An amount in yuan, not negative, or none. */
    public Asked<Optional<Money>> yuanIfAny(String name, @Nullable String written) {
        return valueIfAny(name, written, Query::yuan, "an amount in yuan, such as 4573.00");
    }

    /** Anything else that its reader takes, or none. */
    public <T> Asked<Optional<T>> valueIfAny(
            String name, @Nullable String written, Function<String, T> reader, String expected) {
        return ifAny(written, () -> value(name, written, reader, expected));
    }

    /** Anything else that its reader takes, or throws {@link IllegalArgumentException} or {@link DateTimeException} for. */
    public <T> Asked<T> value(String name, @Nullable String written, Function<String, T> reader, String expected) {
        return asked(given(name, written, reader, expected));
    }

    /** What a reader of single parameters cannot see, such as two that exclude each other. */
    public void wrong(String name, String expected) {
        violations.add(new Violation("CONSTRAINT").with("message", expected).at("/" + name));
    }

    /**
     * What is made of good parameters that may still not fit together.
     *
     * @throws ProblemException 400 where its maker throws {@link IllegalArgumentException}, or an amount is beyond all measure
     */
    public static <T> T fitting(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException unfit) {
            var why = unfit instanceof IllegalArgumentException ? unfit.getMessage() : "too large";
            throw new ProblemException(
                    Problem.malformed(new Violation("CONSTRAINT").with("message", String.valueOf(why))));
        }
    }

    /** @throws ProblemException 400 with all that is wrong, if anything is */
    public void refuseIfWrong() {
        if (!violations.isEmpty()) {
            throw new ProblemException(Problem.malformed(violations));
        }
    }

    /**
     * What is wrong with a place that is in no list of today's divisions: with the codes that come close.
     *
     * @param pointer where it stands in the request
     */
    public static Optional<Violation> unknown(Place place, String pointer) {
        if (place.name().isPresent()) {
            return Optional.empty();
        }
        var near = place.suggestions().stream()
                .map(close ->
                        close.code() + close.name().map(name -> " " + name).orElse(""))
                .collect(Collectors.joining(", "));
        return Optional.of(new Violation("UNKNOWN_PLACE")
                .with("place", place.code())
                .with("suggestions", near)
                .at(pointer));
    }

    /** What is wrong with a place that is known and not of this cell's province, if it is so. */
    public static Optional<Violation> notServed(Place place, String cell, String pointer) {
        return place.code().startsWith(cell)
                ? Optional.empty()
                : Optional.of(new Violation("PLACE_NOT_SERVED")
                        .with("place", place.code())
                        .with("cell", cell)
                        .at(pointer));
    }

    private <T> Optional<T> given(String name, @Nullable String written, Function<String, T> reader, String expected) {
        try {
            if (written != null) {
                return Optional.of(reader.apply(written));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // falls through to the one answer for missing and malformed alike
        }
        wrong(name, expected);
        return Optional.empty();
    }

    /** A part, a rate or a growth, within reason. */
    public static Rate rate(String written) {
        return Rate.of(withinReason(written));
    }

    /** Nobody has such amounts or factors; whoever writes one may have written a phone's or a person's number instead. */
    private static String withinReason(String written) {
        if (BEYOND_REASON.matcher(written).find()) {
            throw new IllegalArgumentException("too large");
        }
        return written;
    }

    private static Money yuan(String written) {
        var amount = Money.yuan(withinReason(written));
        if (amount.isNegative()) {
            throw new IllegalArgumentException("negative");
        }
        return amount;
    }

    private static <T> Asked<Optional<T>> ifAny(@Nullable String written, Supplier<Asked<T>> read) {
        if (written == null) {
            return Optional::empty;
        }
        var asked = read.get();
        return () -> Optional.of(asked.get());
    }

    private static <T> Asked<T> asked(Optional<T> value) {
        return value::orElseThrow;
    }
}
