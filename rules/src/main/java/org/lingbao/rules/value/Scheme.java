package org.lingbao.rules.value;

import java.util.Locale;

/** An insurance (险种). */
public enum Scheme {
    /** 企业职工基本养老保险, the basic pension of employees, which flexible workers may join. */
    EMPLOYEE,
    /** 城乡居民基本养老保险, the basic pension of residents. */
    RESIDENT,
    /** 职工基本医疗保险 */
    MEDICAL,
    /** 工伤保险 */
    INJURY;

    /** The folder of its rule files. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
