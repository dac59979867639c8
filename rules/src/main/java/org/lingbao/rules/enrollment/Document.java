package org.lingbao.rules.enrollment;

import org.lingbao.rules.trace.Text;

/** What one shows to enroll (参保材料). */
public enum Document {
    /** 居民身份证 */
    ID_CARD,
    /** 户口簿 */
    HOUSEHOLD_REGISTER,
    /** 居住证 */
    RESIDENCE_PERMIT,
    /** 社会保障卡 */
    SOCIAL_SECURITY_CARD;

    /** What it is called. */
    public Text words() {
        return Text.ofCode(code());
    }

    /** Among the codes that have words: the same name is a ground to enroll on, too. */
    String code() {
        return "DOCUMENT_" + name();
    }
}
