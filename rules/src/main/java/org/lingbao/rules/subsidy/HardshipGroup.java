package org.lingbao.rules.subsidy;

/** For whom government pays the resident contribution (困难群体代缴). */
public enum HardshipGroup {
    /** 脱贫享受政策人员 */
    LIFTED_OUT_OF_POVERTY,
    /** 低保对象、特困人员 */
    SUBSISTENCE_ALLOWANCE,
    /** 返贫致贫人口 */
    FALLEN_INTO_POVERTY,
    /** 重度残疾人 */
    SEVERELY_DISABLED
}
