package org.lingbao.rules.enrollment;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.value.Place;

/**
 * The facts about a person that enrollment asks for.
 *
 * @param hukou the place of the household register (户籍地); null where it is not known
 * @param residencePermit the place that issued the residence permit (居住证)
 * @param workPlace where the person works (就业地)
 * @param licencePlace where the business licence (营业执照) is registered
 */
public record Applicant(
        LocalDate birthDate,
        Sex sex,
        @Nullable Place hukou,
        @Nullable Place residencePermit,
        @Nullable Place workPlace,
        @Nullable Place licencePlace,
        Category category,
        Set<Status> status) {
    public Applicant {
        status = Set.copyOf(status);
    }

    /** The place that this ground rests on, if the person has one. */
    @Nullable
    Place placeOf(Ground ground) {
        return switch (ground) {
            case HUKOU -> hukou;
            case WORK_PLACE -> workPlace;
            case LICENCE -> licencePlace;
            case RESIDENCE_PERMIT -> residencePermit;
        };
    }

    /** Kept out of logs: only what is no personal detail. */
    @Override
    public String toString() {
        return "Applicant[category=" + category + ", status=" + status + "]";
    }
}
