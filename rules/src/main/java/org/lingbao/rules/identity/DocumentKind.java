package org.lingbao.rules.identity;

/** Kinds of identity documents (身份证件). */
public enum DocumentKind {
    /** 居民身份证, of 18 characters. */
    RESIDENT,
    /** 一代身份证, of 15 digits; valid no more, but old records have it. */
    OLD_RESIDENT,
    /** 港澳台居民居住证. */
    HMT_RESIDENCE,
    /** 外国人永久居留身份证, the card of 2023. */
    FOREIGN_PERMANENT,
    /** 外国人永久居留身份证 before 2023: letters and digits. */
    OLD_FOREIGN_PERMANENT,
    /** 港澳居民来往内地通行证. */
    HM_PERMIT,
    /** 台湾居民来往大陆通行证. */
    TW_PERMIT,
    /** 护照, of one country. */
    PASSPORT
}
