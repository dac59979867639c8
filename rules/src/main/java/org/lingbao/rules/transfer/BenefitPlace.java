package org.lingbao.rules.transfer;

import org.lingbao.rules.value.Place;

/**
 * Which province pays the pension (待遇领取地), and why.
 *
 * @param province its code, whole province
 */
public record BenefitPlace(Place province, Ground ground) {

    /** In the order in which they are asked. */
    public enum Ground {
        /** The relation is in the hukou province. */
        HUKOU_RELATION,
        /** The province of the relation, with ten years there. */
        TEN_YEARS,
        /** The last earlier province with ten years (上一个满十年的原参保地); the relation goes back there. */
        EARLIER_TEN_YEARS,
        /** The hukou province, where all is collected. */
        HUKOU_FALLBACK,
        /** The province with the most months, the last of several, for those without a hukou. */
        MOST_MONTHS
    }
}
