package org.lingbao.transfer.transfer.domain;

/** Where a case stands, in one word for lists and papers (办理状态). The states themselves are sealed types. */
public enum Status {
    /** 已申请. */
    APPLIED,
    /** 已受理: the letter is written, the old place has not confirmed it. */
    ACCEPTED,
    /** 联系函已发送. */
    LETTER_SENT,
    /** 联系函已收到. */
    LETTER_RECEIVED,
    /** 联系函被退回. */
    LETTER_RETURNED,
    /** 信息表已发送. */
    INFO_SENT,
    /** 信息表已收到. */
    INFO_RECEIVED,
    /** 信息表被退回. */
    INFO_RETURNED,
    /** 基金已划出. */
    FUNDS_SENT,
    /** 基金已到账. */
    FUNDS_RECEIVED,
    /** 核对不符. */
    MISMATCH,
    /** 已办结. */
    COMPLETED,
    /** 已拒绝. */
    REFUSED,
    /** 已撤销. */
    CANCELLED
}
