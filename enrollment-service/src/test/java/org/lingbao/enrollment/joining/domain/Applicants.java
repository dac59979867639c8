package org.lingbao.enrollment.joining.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.lingbao.enrollment.joining.domain.Application.Evidence;
import org.lingbao.enrollment.joining.domain.Application.Statements;
import org.lingbao.enrollment.joining.domain.Insured.Cover;
import org.lingbao.rules.enrollment.Category;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** Applicants with names, and the day on which they apply. */
final class Applicants {
    static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    static final Place WEIFANG = new Place("370700");
    static final Place WEICHENG = new Place("370702");
    static final Place SHANGHAI = new Place("310000");
    static final Place SHENYANG = new Place("210100");
    static final Place DALIAN = new Place("210200");
    static final Place ZHONGSHAN = new Place("210202");

    private Applicants() {}

    /** A driver of 36 with Weifang hukou. */
    static Insured driverFromWeifang() {
        return insured(LocalDate.of(1990, 5, 5), Sex.MALE, WEICHENG);
    }

    static Insured insured(LocalDate birthDate, Sex sex, Place hukou) {
        return new Insured(birthDate, sex, hukou, List.of(), false);
    }

    /** Since January. */
    static Insured flexibleIn(Insured person, Scheme... schemes) {
        return covered(person, since(false, schemes));
    }

    /** Since January. */
    static Insured employedIn(Insured person, Scheme... schemes) {
        return covered(person, since(true, schemes));
    }

    /** The same person with more relations. */
    static Insured covered(Insured person, Cover... more) {
        var all = Stream.concat(person.covers().stream(), Arrays.stream(more)).toList();
        return new Insured(person.birthDate(), person.sex(), person.hukou(), all, person.employmentRegistered());
    }

    /** The same person, whose flexible work is registered. */
    static Insured registered(Insured person) {
        return new Insured(person.birthDate(), person.sex(), person.hukou(), person.covers(), true);
    }

    private static Cover[] since(boolean employed, Scheme... schemes) {
        return Arrays.stream(schemes)
                .map(scheme -> new Cover(scheme, employed, YearMonth.of(2026, 1), null))
                .toArray(Cover[]::new);
    }

    static Application asks(Scheme scheme) {
        return asks(scheme, new Statements(false, false));
    }

    static Application asks(Scheme scheme, Statements statements) {
        return new Application(scheme, WEIFANG, Category.OTHER_FLEXIBLE, new Evidence(null, null, null), statements);
    }

    static Application asksForMedicalInShanghai(Statements statements) {
        return new Application(
                Scheme.MEDICAL, SHANGHAI, Category.OTHER_FLEXIBLE, new Evidence(null, null, null), statements);
    }

    static Application worksInShanghai() {
        return new Application(
                Scheme.EMPLOYEE,
                SHANGHAI,
                Category.OTHER_FLEXIBLE,
                new Evidence(new Place("310115"), null, null),
                new Statements(false, false));
    }

    static Application asksInDalian(Evidence evidence) {
        return new Application(
                Scheme.EMPLOYEE, DALIAN, Category.OTHER_FLEXIBLE, evidence, new Statements(false, false));
    }

    static Application worksAt(Place workPlace) {
        return new Application(
                Scheme.EMPLOYEE,
                WEIFANG,
                Category.OTHER_FLEXIBLE,
                new Evidence(workPlace, null, null),
                new Statements(false, false));
    }
}
