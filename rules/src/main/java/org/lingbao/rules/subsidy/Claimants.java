package org.lingbao.rules.subsidy;

/** Which flexible workers may claim a social insurance subsidy (灵活就业社会保险补贴). */
public enum Claimants {
    /** 就业困难人员, such as the "4050" */
    HARD_TO_EMPLOY,
    /** 离校未就业高校毕业生 */
    GRADUATE
}
