package org.lingbao.rules.enrollment;

/** What one shows to enroll (参保材料). */
public enum Document {
    /** 居民身份证 */
    ID_CARD,
    /** 户口簿 */
    HOUSEHOLD_REGISTER,
    /** 居住证 */
    RESIDENCE_PERMIT,
    /** 社会保障卡 */
    SOCIAL_SECURITY_CARD
}
