package org.lingbao.rules.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.identity.DocumentCheck.Bad;
import org.lingbao.rules.identity.DocumentCheck.Good;
import org.lingbao.rules.identity.DocumentCheck.Reason;

/** How numbers are formed that are not of the form of a citizen's number. */
record DocumentLaw(Map<DocumentKind, Version<Shape>> forms) {
    private static final DateTimeFormatter BIRTH_DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    DocumentLaw {
        forms = Map.copyOf(forms);
    }

    static DocumentLaw of(RuleFiles files) {
        var forms = new EnumMap<DocumentKind, Version<Shape>>(DocumentKind.class);
        forms.put(DocumentKind.OLD_RESIDENT, form(files, "old-resident"));
        forms.put(DocumentKind.OLD_FOREIGN_PERMANENT, form(files, "old-foreign-permanent"));
        forms.put(DocumentKind.HM_PERMIT, form(files, "hm-permit"));
        forms.put(DocumentKind.TW_PERMIT, form(files, "tw-permit"));
        forms.put(DocumentKind.PASSPORT, form(files, "passport"));
        return new DocumentLaw(forms);
    }

    private static Version<Shape> form(RuleFiles files, String kind) {
        return files.national("identity/" + kind + "-form", Shape::read).latest();
    }

    /**
     * How the numbers of a kind are formed.
     *
     * @param form its groups {@code birth} and {@code sex} tell that, where there are any
     * @param century that the birth date leaves out; null where there is no birth date
     */
    record Shape(Pattern form, @Nullable String century) {
        static Shape read(RuleValue value) {
            if (value.table().isEmpty()) {
                return new Shape(Pattern.compile(value.text()), null);
            }
            var table = value.keys("form", "century");
            return new Shape(Pattern.compile(table.entry("form")), table.entry("century"));
        }
    }

    /** That an old number leaves out. */
    String century() {
        return Objects.requireNonNull(Objects.requireNonNull(forms.get(DocumentKind.OLD_RESIDENT))
                .value()
                .century());
    }

    Optional<Version<Shape>> of(DocumentKind kind) {
        return Optional.ofNullable(forms.get(kind));
    }

    static DocumentCheck find(DocumentKind kind, Shape shape, String number, LocalDate on) {
        var found = shape.form().matcher(number);
        if (!found.matches()) {
            return new Bad(List.of(Reason.FORMAT));
        }
        if (shape.century() == null) {
            return new Good(kind, number, null, null);
        }
        return birthDate(shape.century() + found.group("birth"))
                .filter(birthDate -> !birthDate.isAfter(on))
                .<DocumentCheck>map(birthDate -> new Good(kind, number, birthDate, sex(found)))
                .orElseGet(() -> new Bad(List.of(Reason.BIRTH_DATE)));
    }

    private static Optional<LocalDate> birthDate(String digits) {
        try {
            return Optional.of(LocalDate.parse(digits, BIRTH_DATE));
        } catch (DateTimeParseException noDayOfTheCalendar) {
            return Optional.empty();
        }
    }

    private static Sex sex(Matcher found) {
        return Integer.parseInt(found.group("sex")) % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }
}
