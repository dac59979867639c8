package org.lingbao.enrollment.duplicate.domain;

/** What is said of a possible match. */
public enum Word {
    /** One person. */
    SAME,
    /** Two persons; nobody asks again. */
    DIFFERENT
}
