package org.lingbao.rules.enrollment;

import java.util.List;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.value.Place;

/** The grounds (参保地依据) a province recognises for those with a hukou of the province, and for all others; each in the order of trying. */
public record Grounds(List<Ground> hukouHere, List<Ground> hukouElsewhere) {

    static Grounds read(RuleValue value) {
        var table = value.keys("hukouHere", "hukouElsewhere");
        return new Grounds(grounds(table.words("hukouHere")), grounds(table.words("hukouElsewhere")));
    }

    /** A person whose hukou is not known counts as one from elsewhere. */
    List<Ground> recognised(Applicant applicant, Place place) {
        var hukou = applicant.hukou();
        return hukou != null && place.province().covers(hukou) ? hukouHere : hukouElsewhere;
    }

    private static List<Ground> grounds(List<String> words) {
        return words.stream().map(Ground::valueOf).sorted().toList();
    }
}
