package org.lingbao.enrollment.joining.domain;

import org.jspecify.annotations.Nullable;
import org.lingbao.rules.enrollment.Category;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * What a person applies for and states (参保申请).
 *
 * @param scheme the insurance (险种)
 * @param place where to be enrolled (参保地)
 * @param category which kind of flexible worker
 * @param evidence what ties the person to the place, beside the hukou
 * @param statements what the person says about other insurances
 */
public record Application(Scheme scheme, Place place, Category category, Evidence evidence, Statements statements) {

    /** The same, as if there were no residence permit. */
    Application withoutPermit() {
        return new Application(
                scheme, place, category, new Evidence(evidence.workPlace(), null, evidence.licencePlace()), statements);
    }

    /**
     * Places that papers name; each null where there is none.
     *
     * @param workPlace place of work (就业地)
     * @param residencePermit place that issued the residence permit (居住证)
     * @param licencePlace place where the business licence is registered (营业执照注册地)
     */
    public record Evidence(
            @Nullable Place workPlace,
            @Nullable Place residencePermit,
            @Nullable Place licencePlace) {}

    /**
     * Statements of the person (个人承诺).
     *
     * @param pensioner draws a basic pension somewhere
     * @param employedInsured is insured by an employer somewhere
     * @param student goes to school (在校学生); null where it is not asked
     * @param stateStaff works for a state organ or a public institution (国家机关、事业单位工作人员); null where it is not asked
     */
    public record Statements(
            boolean pensioner,
            boolean employedInsured,
            @Nullable Boolean student,
            @Nullable Boolean stateStaff) {

        /** Where nothing else is asked. */
        public Statements(boolean pensioner, boolean employedInsured) {
            this(pensioner, employedInsured, null, null);
        }
    }
}
