package org.lingbao.enrollment.standing.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.standing.domain.Ending.Died;
import org.lingbao.enrollment.standing.domain.Ending.Retired;
import org.lingbao.enrollment.standing.domain.Ending.Terminated;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.Citation;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.retirement.Category;

/** The answer to who records that relations end for good: death, pension, or giving up. */
public sealed interface EndingDecision {

    /** It is a fact. */
    record Recorded(Ending ending) implements EndingDecision {}

    /** It is known already. */
    record Known() implements EndingDecision {}

    /** @param reasons every one that holds, sorted by code */
    record Refused(List<Reason> reasons) implements EndingDecision {
        public Refused {
            reasons =
                    reasons.stream().sorted(Comparator.comparing(Reason::code)).toList();
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /** Why a relation is given up. */
    enum Cause {
        /** The person is no Chinese national any more (丧失国籍). */
        LOST_NATIONALITY,
        /** The retirement age is reached without the minimum months, and the person asks for the account (书面申请终止). */
        MINIMUM_NOT_REACHED
    }

    /** Why not. */
    sealed interface Reason {
        /** The code of the catalogue. */
        String code();

        /** What has not happened yet is not recorded. */
        record InFuture(LocalDate today) implements Reason {
            @Override
            public String code() {
                return "DAY_IN_FUTURE";
            }
        }

        /** Nobody dies before they are born. */
        record BeforeBirth() implements Reason {
            @Override
            public String code() {
                return "DEATH_BEFORE_BIRTH";
            }
        }

        /** The person has died. */
        record AlreadyDied(LocalDate on) implements Reason {
            @Override
            public String code() {
                return "PERSON_DECEASED";
            }
        }

        /** The pension begins with another month. */
        record AlreadyRetired(YearMonth from) implements Reason {
            @Override
            public String code() {
                return "ALREADY_RETIRED";
            }
        }

        /** So far ahead no pension is recorded. */
        record TooFarAhead(YearMonth latest) implements Reason {
            @Override
            public String code() {
                return "MONTH_TOO_FAR_AHEAD";
            }
        }

        /** Nobody draws it so early. */
        record TooEarly(Earliest earliest) implements Reason {
            @Override
            public String code() {
                return "RETIREMENT_TOO_EARLY";
            }
        }

        /** An employer pays; the employment ends first. */
        record EmployerPays() implements Reason {
            @Override
            public String code() {
                return "RELATION_NOT_FLEXIBLE";
            }
        }

        /** The relation begins later. */
        record BeforeRelation(YearMonth from) implements Reason {
            @Override
            public String code() {
                return "MONTH_BEFORE_RELATION";
            }
        }

        /** The relation has ended by then. */
        record RelationEnded(YearMonth last) implements Reason {
            @Override
            public String code() {
                return "RELATION_ENDED";
            }
        }

        /** It rides on the pension, and nobody has there the one without the other. */
        record RidesOnPension() implements Reason {
            @Override
            public String code() {
                return "MEDICAL_ENDS_WITH_PENSION";
            }
        }

        /** Before the retirement age nothing is taken out of an account. */
        record AgeNotReached(@Nullable YearMonth retires) implements Reason {
            @Override
            public String code() {
                return "RETIREMENT_AGE_NOT_REACHED";
            }
        }
    }

    /** @param known what ends the person's relations already */
    static EndingDecision death(LocalDate birthDate, Collection<Ending> known, LocalDate on, LocalDate today) {
        var died = died(known);
        if (died.isPresent() && died.get().on().equals(on)) {
            return new Known();
        }
        var reasons = new ArrayList<Reason>();
        died.ifPresent(earlier -> reasons.add(new Reason.AlreadyDied(earlier.on())));
        if (on.isAfter(today)) {
            reasons.add(new Reason.InFuture(today));
        }
        if (on.isBefore(birthDate)) {
            reasons.add(new Reason.BeforeBirth());
        }
        return decided(new Died(on), reasons);
    }

    /**
     * The first month of a pension at the earliest.
     *
     * @param law where that stands; null: the article that the catalogue names
     */
    record Earliest(YearMonth month, @Nullable Citation law) {}

    /**
     * @param known what ends the person's relations in the scheme already
     * @param from the first month of the pension
     */
    static EndingDecision retirement(Collection<Ending> known, Earliest earliest, YearMonth from, LocalDate today) {
        var retired = retired(known);
        if (retired.isPresent() && retired.get().from().equals(from)) {
            return new Known();
        }
        var latest = YearMonth.from(today).plusMonths(1);
        var reasons = new ArrayList<Reason>();
        died(known).ifPresent(death -> reasons.add(new Reason.AlreadyDied(death.on())));
        retired.ifPresent(earlier -> reasons.add(new Reason.AlreadyRetired(earlier.from())));
        if (from.isAfter(latest)) {
            reasons.add(new Reason.TooFarAhead(latest));
        }
        if (from.isBefore(earliest.month())) {
            reasons.add(new Reason.TooEarly(earliest));
        }
        return decided(new Retired(from), reasons);
    }

    /**
     * The first month of an employee's pension at the earliest (弹性提前退休), the one after the retirement. Of women the earlier age
     * counts: whether it does depends on the post, which nobody states here. Of who retired before the ages that the law tells, any.
     */
    static Earliest earliestPension(LocalDate birthDate, Sex sex, LocalDate today) {
        var category = sex == Sex.MALE ? Category.MALE_60 : Category.FEMALE_50;
        try {
            var retirement =
                    Law.standard().retirement().of(category, birthDate, today).value();
            var earliest = retirement.earliest();
            return new Earliest(monthAfter(earliest == null ? retirement.statutoryDate() : earliest), null);
        } catch (DataNotLoaded retiredLongAgo) {
            return new Earliest(YearMonth.from(birthDate), null);
        }
    }

    /** The first month of a resident's pension at the earliest, the one after the benefit age is reached. */
    static Earliest earliestResidentPension(LocalDate birthDate, LocalDate today) {
        var age = Law.standard().residentPension().benefitAge(birthDate, today).value();
        return new Earliest(monthAfter(age.reachedOn()), age.citation());
    }

    private static YearMonth monthAfter(LocalDate day) {
        return YearMonth.from(day).plusMonths(1);
    }

    /**
     * @param known what ends the relation already
     * @param joined the relation that the application opened; null where an employer pays
     */
    static EndingDecision termination(
            Standing standing,
            Collection<Ending> known,
            @Nullable RelationId joined,
            Cause cause,
            LocalDate on,
            LocalDate today) {
        if (joined == null) {
            return new Refused(List.of(new Reason.EmployerPays()));
        }
        if (known.contains(new Terminated(joined, on))) {
            return new Known();
        }
        var month = YearMonth.from(on);
        var reasons = new ArrayList<Reason>();
        if (on.isAfter(today)) {
            reasons.add(new Reason.InFuture(today));
        }
        outside(standing.months(), month).ifPresent(reasons::add);
        var retires = standing.lastPayable();
        if (cause == Cause.MINIMUM_NOT_REACHED && (retires == null || month.isBefore(retires))) {
            reasons.add(new Reason.AgeNotReached(retires));
        }
        return decided(new Terminated(joined, on), reasons);
    }

    /** The same of what rides on the pension, which is not given up by itself. */
    static EndingDecision ofRider(EndingDecision alone) {
        var reasons = new ArrayList<Reason>(alone instanceof Refused(var others) ? others : List.of());
        reasons.add(new Reason.RidesOnPension());
        return new Refused(reasons);
    }

    private static Optional<Reason> outside(Months months, YearMonth month) {
        if (month.isBefore(months.from())) {
            return Optional.of(new Reason.BeforeRelation(months.from()));
        }
        return Optional.ofNullable(months.to()).map(Reason.RelationEnded::new);
    }

    private static EndingDecision decided(Ending ending, List<Reason> reasons) {
        return reasons.isEmpty() ? new Recorded(ending) : new Refused(reasons);
    }

    private static Optional<Died> died(Collection<Ending> known) {
        return known.stream()
                .filter(Died.class::isInstance)
                .map(Died.class::cast)
                .findFirst();
    }

    private static Optional<Retired> retired(Collection<Ending> known) {
        return known.stream()
                .filter(Retired.class::isInstance)
                .map(Retired.class::cast)
                .findFirst();
    }
}
