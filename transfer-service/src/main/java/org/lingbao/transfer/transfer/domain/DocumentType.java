package org.lingbao.transfer.transfer.domain;

/** The documents of a transfer, by the names under which they travel. */
public enum DocumentType {
    /** 联系函. */
    CONTACT_LETTER("TR02"),
    /** 信息表. */
    INFORMATION_FORM("TR03"),
    /** 基金划转通知. */
    FUND_NOTICE("TR04"),
    /** 办结通知. */
    COMPLETION("TR05"),
    /** 核实函. */
    CLARIFICATION("TR06"),
    /** 不予转移通知. */
    REFUSAL("TR07"),
    /** 撤销通知. */
    CANCELLATION("TR08");

    private final String code;

    DocumentType(String code) {
        this.code = code;
    }

    /** Such as {@code TR02}. */
    public String code() {
        return code;
    }
}
