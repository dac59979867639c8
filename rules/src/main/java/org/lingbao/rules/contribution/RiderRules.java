package org.lingbao.rules.contribution;

import java.time.LocalDate;
import java.util.Optional;
import org.lingbao.rules.contribution.ContributionLaw.Part;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.data.PerProvince;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * Where a flexible worker's medical insurance rides on the employees' pension (灵活就业人员随职工养老一并参加职工医保): where both are collected in one
 * payment. Nobody pays there for the one alone, so it is no choice: whoever joins the pension joins both.
 */
public final class RiderRules {
    private final PerProvince<Parameter<Boolean>> laws;

    public RiderRules(RuleFiles files) {
        laws = new PerProvince<>((province, scheme) -> files.provincial(
                        province,
                        scheme.folder() + "/collected",
                        value -> ContributionLaw.parts(value).contains(Part.MEDICAL))
                .confirmed());
    }

    /**
     * The value by which it does on that day; empty where the two are paid apart, and where that is not known or not confirmed: then it
     * is nothing to rely on.
     */
    public Optional<Version<Boolean>> medical(Place place, LocalDate on) {
        try {
            return laws.of(place, Scheme.EMPLOYEE).find(on, on).filter(Version::value);
        } catch (DataNotLoaded unknown) {
            return Optional.empty();
        }
    }
}
