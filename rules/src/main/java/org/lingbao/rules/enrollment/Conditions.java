package org.lingbao.rules.enrollment;

import java.util.List;
import java.util.Set;
import org.lingbao.rules.data.Provision;

/**
 * What a place asks of whoever wants to enroll in a scheme there (参保条件), before it is asked of a person.
 *
 * @param licenceCategories who may rest on a business licence
 * @param minimumAge in completed years
 * @param refusedStatus what a person must not be already
 * @param provisions where each of these stands written
 */
public record Conditions(
        Grounds grounds,
        Set<Category> licenceCategories,
        int minimumAge,
        UpperAge upperAge,
        Set<Status> refusedStatus,
        List<Provision> provisions) {
    public Conditions {
        licenceCategories = Set.copyOf(licenceCategories);
        refusedStatus = Set.copyOf(refusedStatus);
        provisions = List.copyOf(provisions);
    }
}
