package org.lingbao.matching.matching.domain;

import org.lingbao.rules.value.Money;

/** What was found about a gig and a worker, of one kind each. */
public sealed interface Finding {
    record SameSkill(Occupation occupation) implements Finding {}

    /** @param common how much of the gig's words the worker has, too */
    record RelatedSkill(Share common) implements Finding {}

    record OtherSkill() implements Finding {}

    record Within(Metres distance, Metres radius) implements Finding {}

    record TooFar(Metres distance, Metres radius) implements Finding {}

    record PaysEnough(Money offered, Money wanted) implements Finding {}

    record PaysLess(Money offered, Money wanted) implements Finding {}

    record PaysByOtherUnit() implements Finding {}

    record NoFloor() implements Finding {}

    record Free(int days, int of) implements Finding {}

    /** Of the other side: of an employer for a worker, of a worker for an employer. */
    record Kept(int kept, int all) implements Finding {}
}
