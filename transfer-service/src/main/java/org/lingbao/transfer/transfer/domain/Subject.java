package org.lingbao.transfer.transfer.domain;

/** Who a letter is about, as only the encrypted letter may say it: a social security number (社会保障号码). No state holds it. */
public record Subject(String value) {
    /** Kept out of logs. */
    @Override
    public String toString() {
        return "Subject[…]";
    }
}
