package org.lingbao.rules.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.enrollment.Eligibility.Eligible;
import org.lingbao.rules.enrollment.Eligibility.Ineligible;
import org.lingbao.rules.enrollment.Eligibility.Reason;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

class EnrollmentRulesTest {
    private static final Place WEIFANG = new Place("370700");
    private static final Place SHENYANG = new Place("210100");
    private static final Place SHANGHAI = new Place("310000");
    private static final String WEICHENG = "370702";
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @Test
    void a_driver_with_hukou_in_weifang_may_enroll_there() {
        assertThat(decide(WEIFANG, born("1990-05-05").hukou(WEICHENG)))
                .isEqualTo(new Eligible(Ground.HUKOU, List.of()));
    }

    @Test
    void in_shandong_work_is_a_ground_whatever_the_hukou_and_a_licence_is_none() {
        var person = born("1990-05-05").hukou("210102").category(Category.SELF_EMPLOYED_NO_EMPLOYEES);
        assertThat(decide(WEIFANG, person.work(WEICHENG))).isEqualTo(new Eligible(Ground.WORK_PLACE, List.of()));
        assertThat(codes(decide(WEIFANG, person.licence(WEICHENG)))).containsExactly("NO_PLACE_GROUND");
    }

    @Test
    void another_city_of_the_same_province_is_no_ground() {
        assertThat(codes(decide(WEIFANG, born("1990-05-05").hukou("370102")))).containsExactly("NO_PLACE_GROUND");
    }

    @Test
    void in_liaoning_a_licence_counts_for_the_self_employed_of_the_province_only() {
        var owner = born("1990-05-05").licence("210102").category(Category.SELF_EMPLOYED_NO_EMPLOYEES);
        assertThat(decide(SHENYANG, owner.hukou("210202"))).isEqualTo(new Eligible(Ground.LICENCE, List.of()));
        assertThat(codes(decide(SHENYANG, owner.hukou(WEICHENG)))).containsExactly("NO_PLACE_GROUND");
        assertThat(codes(decide(SHENYANG, owner.hukou("210202").category(Category.OTHER_FLEXIBLE))))
                .containsExactly("NO_PLACE_GROUND");
    }

    @Test
    void in_liaoning_work_is_no_ground_and_for_others_only_the_residence_permit_is() {
        var person = born("1990-05-05").hukou(WEICHENG).work("210102");
        assertThat(codes(decide(SHENYANG, person))).containsExactly("NO_PLACE_GROUND");
        assertThat(decide(SHENYANG, person.permit("210102")))
                .isEqualTo(new Eligible(Ground.RESIDENCE_PERMIT, List.of()));
    }

    @Test
    void shanghai_is_one_place_with_all_its_districts() {
        assertThat(decide(SHANGHAI, born("1990-05-05").hukou(WEICHENG).work("310104")))
                .isEqualTo(new Eligible(Ground.WORK_PLACE, List.of()));
    }

    @Test
    void the_16th_birthday_is_old_enough_and_the_day_before_is_not() {
        assertThat(decide(WEIFANG, born("2010-09-01").hukou(WEICHENG))).isInstanceOf(Eligible.class);
        assertThat(reasons(decide(WEIFANG, born("2010-09-02").hukou(WEICHENG))))
                .singleElement()
                .isInstanceOfSatisfying(Reason.UnderMinimumAge.class, reason -> {
                    assertThat(reason.age()).isEqualTo(15);
                    assertThat(reason.minimum()).isEqualTo(16);
                });
    }

    @Test
    void one_may_enroll_until_the_day_before_the_statutory_date() {
        var man = born("1965-01-20").hukou(WEICHENG);
        assertThat(decide(WEIFANG, LocalDate.of(2025, 2, 19), man))
                .isEqualTo(new Eligible(Ground.HUKOU, List.of(Notice.MAY_NOT_REACH_MINIMUM_MONTHS)));
        assertThat(reasons(decide(WEIFANG, LocalDate.of(2025, 2, 20), man)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Reason.ReachedRetirementAge.class,
                        reason -> assertThat(reason.retiresOn()).isEqualTo("2025-02-20"));
    }

    @Test
    void women_insured_as_flexible_workers_retire_by_the_age_of_55() {
        var woman = born("1970-01-31").sex(Sex.FEMALE).hukou(WEICHENG);
        assertThat(decide(WEIFANG, LocalDate.of(2025, 2, 27), woman)).isInstanceOf(Eligible.class);
        assertThat(codes(decide(WEIFANG, LocalDate.of(2025, 2, 28), woman))).containsExactly("REACHED_RETIREMENT_AGE");
    }

    @Test
    void the_notice_comes_when_one_month_is_missing() {
        var man = born("1983-09-01").hukou(WEICHENG);
        assertThat(decide(WEIFANG, LocalDate.of(2026, 9, 1), man)).isEqualTo(new Eligible(Ground.HUKOU, List.of()));
        assertThat(decide(WEIFANG, LocalDate.of(2026, 9, 2), man))
                .isEqualTo(new Eligible(Ground.HUKOU, List.of(Notice.MAY_NOT_REACH_MINIMUM_MONTHS)));
    }

    @Test
    void a_refusal_lists_every_reason_sorted_and_cited() {
        var child = born("2012-01-01").status(Status.values());
        var reasons = reasons(decide(WEIFANG, child));

        assertThat(reasons)
                .extracting(Reason::code)
                .containsExactly(
                        "ALREADY_EMPLOYED_INSURED",
                        "ALREADY_ENROLLED",
                        "DRAWING_PENSION",
                        "NO_PLACE_GROUND",
                        "UNDER_MINIMUM_AGE");
        assertThat(reasons)
                .allSatisfy(reason -> assertThat(reason.citation().text()).isNotBlank());
    }

    @Test
    void the_resident_scheme_is_for_the_hukou_from_16_to_under_60_and_gives_no_notice() {
        var man = born("1966-09-02").hukou(WEICHENG).status(Status.ENROLLED_FLEXIBLE);
        assertThat(resident(man)).isEqualTo(new Eligible(Ground.HUKOU, List.of()));
        assertThat(codes(resident(born("1966-09-01").hukou(WEICHENG)))).containsExactly("REACHED_RETIREMENT_AGE");
        assertThat(codes(resident(born("1990-01-01").hukou("210102").work(WEICHENG))))
                .containsExactly("NO_PLACE_GROUND");
        assertThat(codes(resident(man.status(Status.EMPLOYED_INSURED, Status.PENSIONER))))
                .containsExactly("ALREADY_EMPLOYED_INSURED", "DRAWING_PENSION");
    }

    @Test
    void who_goes_to_school_or_works_for_the_state_is_not_in_the_resident_scheme() {
        var person = born("2008-05-05").hukou(WEICHENG).status(Status.STUDENT, Status.STATE_STAFF);
        assertThat(codes(resident(person))).containsExactly("STATE_STAFF_EXCLUDED", "STUDENT_EXCLUDED");
        assertThat(decide(WEIFANG, person)).isInstanceOf(Eligible.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"370700", "210100", "310000"})
    void every_loaded_province_has_the_resident_scheme_at_the_hukou(String place) {
        var person = born("1990-05-05").hukou(place).build();
        var decided = Law.standard().enrollment().decide(Scheme.RESIDENT, new Place(place), TODAY, person);
        assertThat(decided.value()).isEqualTo(new Eligible(Ground.HUKOU, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"110000", "440300", "990000"})
    void a_province_without_a_pack_is_an_unknown_answer(String place) {
        assertThatThrownBy(() -> decide(new Place(place), born("1990-05-05").hukou(place)))
                .isInstanceOfSatisfying(
                        DataNotLoaded.class,
                        missing -> assertThat(missing.place()).isEqualTo(place.substring(0, 2) + "0000"));
    }

    @ParameterizedTest
    @EnumSource(names = {"MEDICAL", "INJURY"})
    void a_scheme_without_a_pack_is_an_unknown_answer(Scheme scheme) {
        var person = born("1990-05-05").hukou(WEICHENG).build();
        assertThatThrownBy(() -> Law.standard().enrollment().decide(scheme, WEIFANG, TODAY, person))
                .isInstanceOf(DataNotLoaded.class);
    }

    @Test
    void the_trace_tells_what_was_asked_and_found() {
        var person = born("1990-05-05").hukou("210102").work(WEICHENG).build();
        var trace = Law.standard()
                .enrollment()
                .decide(Scheme.EMPLOYEE, WEIFANG, TODAY, person)
                .trace();

        assertThat(trace.rule()).isEqualTo("enrollment.decide");
        assertThat(trace.outcome()).isEqualTo("WORK_PLACE");
        assertThat(trace.inputs()).containsEntry("place", "370700").containsEntry("on", "2026-09-01");
        assertThat(trace.children())
                .extracting(Trace::rule)
                .containsExactly(
                        "enrollment.decide.ground",
                        "enrollment.decide.minimum-age",
                        "enrollment.decide.upper-age",
                        "enrollment.decide.status");
        assertThat(trace.children().getFirst().children().getFirst().rule()).isEqualTo("370000/employee/grounds");
    }

    @Test
    void the_trace_names_the_categories_where_a_licence_is_in_question() {
        var person = born("1990-05-05").hukou("210102").build();
        var trace = Law.standard()
                .enrollment()
                .decide(Scheme.EMPLOYEE, SHENYANG, TODAY, person)
                .trace();

        assertThat(trace.children().getFirst().children())
                .extracting(Trace::rule)
                .containsExactly("210000/employee/grounds", "national/employee/licence-categories");
    }

    private static Eligibility decide(Place place, Person person) {
        return decide(place, TODAY, person);
    }

    private static Eligibility decide(Place place, LocalDate on, Person person) {
        return Law.standard()
                .enrollment()
                .decide(Scheme.EMPLOYEE, place, on, person.build())
                .value();
    }

    private static Eligibility resident(Person person) {
        return Law.standard()
                .enrollment()
                .decide(Scheme.RESIDENT, WEIFANG, TODAY, person.build())
                .value();
    }

    private static List<Reason> reasons(Eligibility eligibility) {
        assertThat(eligibility).isInstanceOf(Ineligible.class);
        return ((Ineligible) eligibility).reasons();
    }

    private static List<String> codes(Eligibility eligibility) {
        return reasons(eligibility).stream().map(Reason::code).toList();
    }

    private static Person born(String birthDate) {
        return new Person(birthDate, Sex.MALE, null, null, null, null, Category.OTHER_FLEXIBLE, Set.of());
    }

    /** A man with nothing but a birth date, and what a test adds. */
    private record Person(
            String birthDate,
            Sex sex,
            @Nullable String hukou,
            @Nullable String permit,
            @Nullable String work,
            @Nullable String licence,
            Category category,
            Set<Status> status) {
        Person sex(Sex now) {
            return new Person(birthDate, now, hukou, permit, work, licence, category, status);
        }

        Person hukou(String now) {
            return new Person(birthDate, sex, now, permit, work, licence, category, status);
        }

        Person permit(String now) {
            return new Person(birthDate, sex, hukou, now, work, licence, category, status);
        }

        Person work(String now) {
            return new Person(birthDate, sex, hukou, permit, now, licence, category, status);
        }

        Person licence(String now) {
            return new Person(birthDate, sex, hukou, permit, work, now, category, status);
        }

        Person category(Category now) {
            return new Person(birthDate, sex, hukou, permit, work, licence, now, status);
        }

        Person status(Status... now) {
            return new Person(birthDate, sex, hukou, permit, work, licence, category, Set.of(now));
        }

        Applicant build() {
            return new Applicant(
                    LocalDate.parse(birthDate),
                    sex,
                    place(hukou),
                    place(permit),
                    place(work),
                    place(licence),
                    category,
                    status);
        }

        private static @Nullable Place place(@Nullable String code) {
            return code == null ? null : new Place(code);
        }
    }
}
