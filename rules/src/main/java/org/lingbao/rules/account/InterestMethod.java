package org.lingbao.rules.account;

/** How what is credited during a year earns its interest. */
public enum InterestMethod {
    /** 月积数法: each credit for the months from its own to the year's end. */
    MONTHLY_PRODUCT,
    /** 年度计算法: all credits together for a little more than half a year, whenever they came. */
    ANNUAL
}
