package org.lingbao.transfer.rules;

import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.transfer.BenefitPlace;

/**
 * Which province would pay the pension (待遇领取地) of such a career, and why.
 *
 * @param place the province's code
 */
record BenefitPlaceView(String place, String name, BenefitPlace.Ground ground, Trace explanation) {

    static BenefitPlaceView of(Explained<BenefitPlace> answer) {
        var province = answer.value().province();
        return new BenefitPlaceView(
                province.code(),
                province.name().orElse(province.code()),
                answer.value().ground(),
                answer.trace());
    }
}
