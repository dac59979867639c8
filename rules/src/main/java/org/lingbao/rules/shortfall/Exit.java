package org.lingbao.rules.shortfall;

/** What a person who reaches the age may do. */
public enum Exit {
    /** Draw the monthly pension (按月领取). */
    PENSION,
    /** Pay on until the months suffice (延长缴费). */
    EXTEND,
    /** Pay the missing months at once (一次性缴费). */
    ONE_OFF,
    /** Move to the resident scheme of the hukou place (转入城乡居民养老保险), where months become years. */
    RESIDENT_SCHEME,
    /** Ask in writing, be told the consequences, confirm in writing, and be paid the account once (书面终止). */
    TERMINATE
}
