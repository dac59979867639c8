package org.lingbao.rules.enrollment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lingbao.rules.data.Citation;
import org.lingbao.rules.data.PerProvince;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.enrollment.Eligibility.Eligible;
import org.lingbao.rules.enrollment.Eligibility.Ineligible;
import org.lingbao.rules.enrollment.Eligibility.Reason;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.retirement.Retirement;
import org.lingbao.rules.retirement.RetirementRules;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** Whether a person may enroll in a place as a flexible worker, or in the resident scheme (参保登记, 即时办结). */
public final class EnrollmentRules {
    static final String RULE = "enrollment.decide";

    private final PerProvince<EnrollmentLaw> laws;
    private final RetirementRules retirement;

    /** @param retirement tells when a person is too old to enroll */
    public EnrollmentRules(RuleFiles files, RetirementRules retirement) {
        laws = new PerProvince<>((province, scheme) -> EnrollmentLaw.of(files, province, scheme));
        this.retirement = retirement;
    }

    /**
     * @param place the place of enrollment (参保地), usually a prefecture
     * @param on the day of application: ages are those of that day, later publications are not yet known
     * @throws org.lingbao.rules.data.DataNotLoaded if the place's province has no data for the scheme
     */
    public Explained<Eligibility> decide(Scheme scheme, Place place, LocalDate on, Applicant applicant) {
        var law = laws.of(place, scheme);
        var tie = Tie.of(law, place, on, applicant);
        var upperAge = AgeLimit.of(law, retirement, on, applicant);
        var findings =
                List.of(tie.finding(), minimumAge(law, on, applicant), upperAge.finding(), status(law, on, applicant));
        var reasons =
                findings.stream().flatMap(finding -> finding.reasons().stream()).toList();
        var eligibility = tie.ground()
                .filter(ground -> reasons.isEmpty())
                .<Eligibility>map(ground -> new Eligible(ground, upperAge.notices(on)))
                .orElseGet(() -> new Ineligible(reasons));
        return new Explained<>(
                eligibility,
                () -> Trace.of(
                        RULE,
                        law.grounds().at(on, on).citation().text(),
                        Inputs.of("scheme", scheme)
                                .and("place", place)
                                .and("category", applicant.category())
                                .and("on", on),
                        outcome(eligibility),
                        findings.stream().map(Finding::trace).toList()));
    }

    /**
     * What is asked of everybody who wants to enroll there.
     *
     * @throws org.lingbao.rules.data.DataNotLoaded as {@link #decide}
     */
    public Conditions conditions(Scheme scheme, Place place, LocalDate on) {
        return laws.of(place, scheme).conditions(on);
    }

    /**
     * The statutory retirement until which a person may enroll there, of the category that the upper age names; none where that is a fixed
     * age.
     *
     * @throws org.lingbao.rules.data.DataNotLoaded as {@link #decide}, or for a birth so early that the person retired before the ages of
     *     the law
     */
    public Optional<Explained<Retirement>> retirement(
            Scheme scheme, Place place, LocalDate on, Sex sex, LocalDate birthDate) {
        return switch (laws.of(place, scheme).upperAge().at(on, on).value().of(sex)) {
            case UpperAge.Bound.Fixed _ -> Optional.empty();
            case UpperAge.Bound.Statutory(var category) -> Optional.of(retirement.of(category, birthDate, on));
        };
    }

    /** The birthday itself counts as reached. */
    private static Finding minimumAge(EnrollmentLaw law, LocalDate on, Applicant applicant) {
        var minimum = law.minimumAge().at(on, on);
        var reached = !on.isBefore(applicant.birthDate().plusYears(minimum.value()));
        var age = (int) ChronoUnit.YEARS.between(applicant.birthDate(), on);
        return Finding.of(
                "minimum-age",
                minimum,
                Inputs.of("age", age),
                reached ? "REACHED" : "NOT_REACHED",
                reached ? List.of() : List.of(new Reason.UnderMinimumAge(age, minimum.value(), minimum.citation())),
                List.of());
    }

    private static Finding status(EnrollmentLaw law, LocalDate on, Applicant applicant) {
        var refused = law.refusedStatus().at(on, on);
        var found = applicant.status().stream()
                .filter(refused.value()::contains)
                .sorted()
                .toList();
        return Finding.of(
                "status",
                refused,
                Inputs.of("status", names(applicant.status().stream().sorted().toList())),
                names(found),
                found.stream().map(status -> reason(status, refused.citation())).toList(),
                List.of());
    }

    private static Reason reason(Status status, Citation citation) {
        return switch (status) {
            case EMPLOYED_INSURED -> new Reason.AlreadyEmployedInsured(citation);
            case ENROLLED_FLEXIBLE -> new Reason.AlreadyEnrolled(citation);
            case PENSIONER -> new Reason.DrawingPension(citation);
            case STUDENT -> new Reason.StudentExcluded(citation);
            case STATE_STAFF -> new Reason.StateStaffExcluded(citation);
        };
    }

    private static String outcome(Eligibility eligibility) {
        return switch (eligibility) {
            case Eligible eligible -> eligible.ground().name();
            case Ineligible ineligible ->
                ineligible.reasons().stream().map(Reason::code).collect(Collectors.joining(" "));
        };
    }

    private static String names(List<Status> values) {
        return values.isEmpty() ? "NONE" : values.stream().map(Enum::name).collect(Collectors.joining(" "));
    }
}
