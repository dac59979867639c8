package org.lingbao.enrollment.standing.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.lingbao.rules.Law;
import org.lingbao.rules.employment.Hiring;
import org.lingbao.rules.employment.InjuryCover;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** The answer to an employer who declares a hire (用工登记): accepted, or every reason why not. */
public sealed interface HireDecision {

    /** It is an employment. */
    record Accepted() implements HireDecision {}

    /** @param reasons every one that holds, sorted by code */
    record Refused(List<Reason> reasons) implements HireDecision {
        public Refused {
            reasons =
                    reasons.stream().sorted(Comparator.comparing(Reason::code)).toList();
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /** Why not. */
    sealed interface Reason {
        /** The code of the catalogue. */
        String code();

        /** A reason of the law. */
        record OfLaw(Hiring.Reason reason) implements Reason {
            @Override
            public String code() {
                return reason.code();
            }
        }

        /** A reason of the law about work injury alone. */
        record OfInjuryLaw(InjuryCover.Reason reason) implements Reason {
            @Override
            public String code() {
                return reason.code();
            }
        }

        /** The employer has the person already, on that day or later. */
        record EmployedHere() implements Reason {
            @Override
            public String code() {
                return "ALREADY_EMPLOYED_HERE";
            }
        }

        /** The number is registered under another name. */
        record NameDiffers() implements Reason {
            @Override
            public String code() {
                return "IDENTITY_NOT_CONFIRMED";
            }
        }

        /** Nobody begins to work after their death. */
        record Deceased() implements Reason {
            @Override
            public String code() {
                return "NOBODY_JOINS_AFTER_DEATH";
            }
        }

        /** The person draws the employees' pension by then, and is no employee there any more. */
        record DrawsPension() implements Reason {
            @Override
            public String code() {
                return "DRAWING_PENSION";
            }
        }

        /**
         * So far ahead nothing is declared.
         *
         * @param latest the last day that may be
         */
        record TooFarAhead(LocalDate latest) implements Reason {
            @Override
            public String code() {
                return "DAY_TOO_FAR_AHEAD";
            }
        }
    }

    /**
     * What an employer declares.
     *
     * @param place where the work is
     * @param schemes in which the employer insures the person: EMPLOYEE, INJURY, or both
     * @param partTime whether the person works by the hour (非全日制)
     * @param startsOn the first day
     */
    record Wanted(Place place, Set<Scheme> schemes, boolean partTime, LocalDate startsOn) {
        public Wanted {
            schemes = Set.copyOf(schemes);
        }
    }

    /** What is known of the person whom the number names. */
    enum Known {
        /** Nobody has registered the number. */
        NOT_YET,
        /** Registered under another name. */
        OTHERWISE,
        /** Registered under the name. */
        AS_STATED,
        /** The same, and employed by this employer. */
        EMPLOYED_HERE
    }

    /**
     * Decides a hire. Of who is registered under another name nothing else is told. Before a death or a pension one may have been hired,
     * however late that is declared.
     *
     * @param today the business day
     * @param ended what ends the person's relations in the employees' scheme
     * @throws org.lingbao.rules.data.DataNotLoaded for a hire before the law in force, or in a scheme of which the place has no rules
     */
    static HireDecision of(
            LocalDate birthDate, Sex sex, Wanted wanted, LocalDate today, Known known, Collection<Ending> ended) {
        var startsOn = wanted.startsOn();
        var reasons = new ArrayList<>(ofLaw(birthDate, sex, wanted, today));
        if (startsOn.isAfter(latest(today))) {
            reasons.add(new Reason.TooFarAhead(latest(today)));
        }
        switch (known) {
            case OTHERWISE -> reasons.add(new Reason.NameDiffers());
            case EMPLOYED_HERE -> {
                reasons.add(new Reason.EmployedHere());
                reasons.addAll(ended(wanted, ended));
            }
            case AS_STATED -> reasons.addAll(ended(wanted, ended));
            case NOT_YET -> {}
        }
        return reasons.isEmpty() ? new Accepted() : new Refused(reasons);
    }

    private static List<Reason> ended(Wanted wanted, Collection<Ending> ended) {
        return ended.stream()
                .<Reason>mapMulti((ending, reasons) -> {
                    switch (ending) {
                        case Ending.Died(var on) -> {
                            if (wanted.startsOn().isAfter(on)) {
                                reasons.accept(new Reason.Deceased());
                            }
                        }
                        case Ending.Retired(var from) -> {
                            if (wanted.schemes().contains(Scheme.EMPLOYEE)
                                    && !YearMonth.from(wanted.startsOn()).isBefore(from)) {
                                reasons.accept(new Reason.DrawsPension());
                            }
                        }
                        case Ending.Terminated _, Ending.Bridged _ -> {}
                    }
                })
                .toList();
    }

    /** Who is an employee is insured against work injury, too, wherever the place insures against it; who is not, by its rules. */
    private static List<Reason> ofLaw(LocalDate birthDate, Sex sex, Wanted wanted, LocalDate today) {
        var law = Law.standard().employment();
        var startsOn = wanted.startsOn();
        var reasons = new ArrayList<Reason>();
        var alone = !wanted.schemes().contains(Scheme.EMPLOYEE);
        if (!alone && law.hire(birthDate, sex, startsOn, today).value() instanceof Hiring.Refused(var ofHiring)) {
            ofHiring.forEach(reason -> reasons.add(new Reason.OfLaw(reason)));
        }
        if (wanted.schemes().contains(Scheme.INJURY)
                && law.injury(wanted.place(), birthDate, sex, wanted.partTime(), startsOn, today)
                                .value()
                        instanceof InjuryCover.Refused(var ofInjury)
                && alone) {
            ofInjury.forEach(reason -> reasons.add(new Reason.OfInjuryLaw(reason)));
        }
        return reasons;
    }

    /** The last day that is declared today: what is agreed on, not what is hoped for. */
    static LocalDate latest(LocalDate today) {
        return today.plusMonths(1);
    }
}
