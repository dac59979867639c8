package org.lingbao.transfer.transfer.domain;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Why not: a code of the catalogue. Open, because a partner may give codes of its own.
 *
 * @param code such as {@code UNKNOWN_CASE}
 */
public record Reason(String code) implements Comparable<Reason> {
    /** There is no such case here. */
    public static final Reason UNKNOWN_CASE = new Reason("UNKNOWN_CASE");

    /** The case is not where this could follow. */
    public static final Reason NOT_NOW = new Reason("TRANSFER_NOT_NOW");

    /** The case has ended. */
    public static final Reason CASE_ENDED = new Reason("TRANSFER_ENDED");

    /** The rights are being credited to the new place: nobody can turn back any more. */
    public static final Reason BEING_CREDITED = new Reason("TRANSFER_BEING_CREDITED");

    /** The money is on its way, so only the new place can still end it. */
    public static final Reason FUNDS_SENT = new Reason("TRANSFER_FUNDS_SENT");

    /** Another transfer of the person is going on (重复申请). */
    public static final Reason TRANSFER_OPEN = new Reason("TRANSFER_OPEN");

    /** Nobody here has this social security number (身份信息不符). */
    public static final Reason PERSON_NOT_FOUND = new Reason("TRANSFER_PERSON_NOT_FOUND");

    /** The letter is not for this province's agencies (机构代码有误). */
    public static final Reason WRONG_AGENCY = new Reason("TRANSFER_WRONG_AGENCY");

    /** A notice or a completion states other amounts or months than the form. */
    public static final Reason NOT_AS_IN_FORM = new Reason("TRANSFER_NOT_AS_IN_FORM");

    /** Two rows of the form state the same month. */
    public static final Reason MONTH_TWICE = new Reason("TRANSFER_MONTH_TWICE");

    /** Said of a message that comes after the end: two messages that crossed, nothing to do. */
    static final Set<Reason> OVER = Set.of(UNKNOWN_CASE, CASE_ENDED);

    static List<Reason> sorted(Collection<Reason> reasons) {
        var sorted = reasons.stream().distinct().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("a refusal needs a reason");
        }
        return sorted;
    }

    @Override
    public int compareTo(Reason other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
