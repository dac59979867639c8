package org.lingbao.enrollment.joining.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.joining.domain.Decision.Accepted;
import org.lingbao.enrollment.joining.domain.Decision.Reason;
import org.lingbao.enrollment.joining.domain.Decision.Refused;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.enrollment.Applicant;
import org.lingbao.rules.enrollment.Applying.Registration;
import org.lingbao.rules.enrollment.Eligibility;
import org.lingbao.rules.enrollment.Eligibility.Eligible;
import org.lingbao.rules.enrollment.Eligibility.Ineligible;
import org.lingbao.rules.enrollment.Status;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.retirement.Retirement;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Text;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * Decides an application: what the law says (the rules), together with what this service alone knows, the person's live
 * relations.
 */
public final class Joining {
    private static final String RULE = "joining.decide";

    private Joining() {}

    /** The same, where no permit is named, or none is recorded that has ended. */
    public static Decision decide(Application application, Insured insured, LocalDate on) {
        return decide(application, insured, null, on);
    }

    /**
     * @param permitEnded the last day of the residence permit that is named, where it is recorded here and has ended: then it is no
     *     ground; null: it has not
     * @param on the business day of the application
     * @throws org.lingbao.rules.data.DataNotLoaded where the rules of the place are not known: neither yes nor no
     */
    public static Decision decide(
            Application application, Insured insured, @Nullable LocalDate permitEnded, LocalDate on) {
        if (application.scheme() == Scheme.MEDICAL && rider(application, on).isEmpty()) {
            return unknown(application, insured);
        }
        var holds = permitEnded == null ? application : application.withoutPermit();
        var law = law(holds, insured, on);
        var reasons = reasons(law.value(), application, insured, on);
        if (permitEnded != null
                && lacksGround(law.value())
                && !lacksGround(law(application, insured, on).value())) {
            reasons.add(new Reason.PermitExpired(permitEnded));
        }
        return switch (law.value()) {
            case Eligible eligible when reasons.isEmpty() -> accepted(application, insured, eligible, law.trace(), on);
            case Eligible _, Ineligible _ ->
                new Refused(reasons, trace(application, insured, "refused: " + codes(reasons), List.of(law.trace())));
        };
    }

    private static Explained<Eligibility> law(Application application, Insured insured, LocalDate on) {
        return Law.standard()
                .enrollment()
                .decide(byRulesOf(application.scheme()), application.place(), on, applicant(application, insured, on));
    }

    /** Medical insurance that rides on the pension has no rules of its own of who joins: who may join the pension may. */
    private static Scheme byRulesOf(Scheme scheme) {
        return scheme == Scheme.MEDICAL ? Scheme.EMPLOYEE : scheme;
    }

    private static Optional<Version<Boolean>> rider(Application application, LocalDate on) {
        return Law.standard().rider().medical(application.place(), on);
    }

    /** Where it does not ride on the pension, how one joins it is not known; what is known against it is told with that. */
    private static Decision unknown(Application application, Insured insured) {
        var reasons = new ArrayList<Reason>();
        reasons.add(new Reason.RulesUnknown(application.place(), application.scheme()));
        if (insured.flexibleIn().contains(application.scheme())) {
            reasons.add(new Reason.LiveRelation());
        }
        return new Refused(reasons, trace(application, insured, "refused: " + codes(reasons), List.of()));
    }

    private static boolean lacksGround(Eligibility law) {
        return law instanceof Ineligible(var reasons)
                && reasons.stream().anyMatch(Eligibility.Reason.NoPlaceGround.class::isInstance);
    }

    private static Applicant applicant(Application application, Insured insured, LocalDate on) {
        var evidence = application.evidence();
        return new Applicant(
                insured.birthDate(),
                insured.sex(),
                insured.hukou(),
                evidence.residencePermit(),
                evidence.workPlace(),
                evidence.licencePlace(),
                application.category(),
                statuses(application, insured, on));
    }

    /** What is stated and what is known count alike: the worse of the two holds. */
    private static Set<Status> statuses(Application application, Insured insured, LocalDate on) {
        var statuses = EnumSet.noneOf(Status.class);
        if (application.statements().pensioner()) {
            statuses.add(Status.PENSIONER);
        }
        if (application.statements().employedInsured() || isEmployed(application.scheme(), insured, on)) {
            statuses.add(Status.EMPLOYED_INSURED);
        }
        if (insured.flexibleIn().contains(application.scheme())) {
            statuses.add(Status.ENROLLED_FLEXIBLE);
        }
        if (Boolean.TRUE.equals(application.statements().student())) {
            statuses.add(Status.STUDENT);
        }
        if (Boolean.TRUE.equals(application.statements().stateStaff())) {
            statuses.add(Status.STATE_STAFF);
        }
        return statuses;
    }

    /** Whoever is hired from a later month on may pay the months until then. */
    private static boolean isEmployed(Scheme scheme, Insured insured, LocalDate on) {
        return insured.employedIn().contains(Scheme.EMPLOYEE)
                && (scheme != Scheme.EMPLOYEE || firstFree(scheme, insured, on).isEmpty());
    }

    private static List<Reason> reasons(Eligibility law, Application application, Insured insured, LocalDate on) {
        var scheme = application.scheme();
        var reasons = new ArrayList<Reason>();
        if (law instanceof Ineligible(var ofLaw)) {
            ofLaw.forEach(reason -> reasons.add(new Reason.OfLaw(reason)));
        }
        var known = new Reason.LiveRelation();
        var live = insured.flexibleIn().contains(scheme)
                || (insured.employedIn().contains(scheme) && scheme != Scheme.EMPLOYEE);
        if (live && reasons.stream().noneMatch(reason -> reason.code().equals(known.code()))) {
            reasons.add(known);
        }
        if (scheme == Scheme.RESIDENT && insured.flexibleIn().contains(Scheme.EMPLOYEE)) {
            reasons.add(new Reason.InEmployeeScheme());
        }
        if (scheme == Scheme.MEDICAL && insured.paysSince(Scheme.EMPLOYEE).isEmpty()) {
            rider(application, on).ifPresent(found -> reasons.add(new Reason.NoPensionToRideOn(found.citation())));
        }
        if (!insured.employmentRegistered()) {
            employmentFirst(application, on)
                    .ifPresent(found -> reasons.add(new Reason.EmploymentNotRegistered(found.citation())));
        }
        return reasons;
    }

    /** By which value employment is to be registered before (先就业登记，后社保登记); empty where it need not be, as far as is known. */
    public static Optional<Version<Set<Registration>>> employmentFirst(Application application, LocalDate on) {
        return application.scheme() == Scheme.EMPLOYEE
                ? Law.standard()
                        .applying()
                        .before(application.place(), on)
                        .filter(version -> version.value().contains(Registration.EMPLOYMENT))
                : Optional.empty();
    }

    private static Decision accepted(
            Application application, Insured insured, Eligible eligible, Trace law, LocalDate on) {
        var retirement = retirement(
                byRulesOf(application.scheme()), application.place(), insured.sex(), insured.birthDate(), on);
        var children = Stream.concat(Stream.of(law), retirement.map(Explained::trace).stream())
                .toList();
        return new Accepted(
                eligible.ground(),
                application.scheme() == Scheme.MEDICAL ? List.of() : eligible.notices(), // they are the pension's
                firstFree(application.scheme(), insured, on).orElse(YearMonth.from(on)),
                retirement.map(Joining::lastPayable).orElse(null),
                trace(application, insured, "accepted: " + eligible.ground(), children));
    }

    /**
     * The month of the application, unless another relation has it (离职当月), or, of the resident scheme, one of the employees': no month
     * is in both. None where a live relation has them all.
     */
    private static Optional<YearMonth> firstFree(Scheme scheme, Insured insured, LocalDate on) {
        var besides = scheme == Scheme.RESIDENT ? EnumSet.of(scheme, Scheme.EMPLOYEE) : EnumSet.of(scheme);
        var now = YearMonth.from(on);
        var carried = scheme == Scheme.MEDICAL
                ? insured.paysSince(Scheme.EMPLOYEE).filter(now::isBefore).orElse(now)
                : now;
        return insured.firstFree(besides, carried);
    }

    /** Only the employee scheme ends with the statutory retirement age, of the category that the upper age of joining names. */
    private static Optional<Explained<Retirement>> retirement(
            Scheme scheme, Place place, Sex sex, LocalDate birthDate, LocalDate on) {
        return scheme == Scheme.EMPLOYEE
                ? Law.standard().enrollment().retirement(scheme, place, on, sex, birthDate)
                : Optional.empty();
    }

    /** The month of the statutory retirement age, which is the last that may be paid; null where the scheme sets none. */
    public static @Nullable YearMonth lastPayable(
            Scheme scheme, Place place, Sex sex, LocalDate birthDate, LocalDate on) {
        return retirement(scheme, place, sex, birthDate, on)
                .map(Joining::lastPayable)
                .orElse(null);
    }

    private static YearMonth lastPayable(Explained<Retirement> retirement) {
        return YearMonth.from(retirement.value().statutoryDate());
    }

    private static Trace trace(Application application, Insured insured, String outcome, List<Trace> children) {
        var inputs = Inputs.of("scheme", application.scheme())
                .and("place", application.place())
                .and("category", application.category())
                .and("liveFlexibleRelations", names(insured.flexibleIn()))
                .and("liveEmployedRelations", names(insured.employedIn()))
                .and("statesPensioner", application.statements().pensioner())
                .and("statesEmployedInsured", application.statements().employedInsured());
        var more = application.scheme() == Scheme.RESIDENT
                ? inputs.and(
                                "statesStudent",
                                Boolean.TRUE.equals(application.statements().student()))
                        .and(
                                "statesStateStaff",
                                Boolean.TRUE.equals(application.statements().stateStaff()))
                : inputs;
        var registered = insured.employmentRegistered() ? more : more.and("employmentRegistered", false);
        var text = new Text("参保申请：" + outcome, "Application to enroll: " + outcome);
        var article = application.scheme() == Scheme.MEDICAL ? "第二十三条第二款" : "第十条第二款";
        return Trace.of(RULE, text, "《中华人民共和国社会保险法》" + article, registered, outcome, children);
    }

    private static String names(Set<Scheme> schemes) {
        return schemes.stream().sorted().map(Scheme::name).collect(Collectors.joining(" "));
    }

    private static String codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).sorted().collect(Collectors.joining(" "));
    }
}
