package org.lingbao.enrollment.evidence.domain;

/** Kinds of papers that tie a person to a place or to a trade. */
public enum Kind {
    /** 户口簿: the household register. */
    HUKOU_BOOK,
    /** 居住证: a residence permit; it is endorsed for a time. */
    RESIDENCE_PERMIT,
    /** 营业执照: a business licence. */
    BUSINESS_LICENCE,
    /** 就业创业证: an employment and start-up certificate. */
    EMPLOYMENT_CERTIFICATE;

    /** Whether it always ends on a day. */
    boolean ends() {
        return this == RESIDENCE_PERMIT;
    }
}
