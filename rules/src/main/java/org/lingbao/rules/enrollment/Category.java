package org.lingbao.rules.enrollment;

/** The three kinds of flexible workers (灵活就业人员) that the Social Insurance Law lets join the employee scheme. */
public enum Category {
    /** 无雇工的个体工商户 */
    SELF_EMPLOYED_NO_EMPLOYEES,
    /** 未在用人单位参加基本养老保险的非全日制从业人员 */
    PART_TIME_NOT_INSURED_BY_EMPLOYER,
    /** 其他灵活就业人员: platform drivers, couriers, live-streamers … */
    OTHER_FLEXIBLE
}
