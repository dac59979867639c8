package org.lingbao.enrollment.worklist.domain;

/** How a task ended. */
public enum Outcome {
    /** Enrolled, or on the way to it. */
    ENROLLED,
    /** Insured elsewhere, by the person's word or paper. */
    INSURED_ELSEWHERE,
    /** Does not want to. */
    DECLINED,
    /** Lives there no more. */
    MOVED_AWAY,
    /** Nobody was met. */
    NOT_MET,
    /** Has died. */
    DECEASED,
    /** What was asked for is done. */
    SERVED,
    /** It could not be done. */
    NOT_SERVED,
    /** What was noticed has a good reason. */
    HARMLESS,
    /** What was noticed is so, and is with those who supervise the funds (移交基金监督). */
    REFERRED,
    /** One person. */
    SAME,
    /** Two persons. */
    DIFFERENT
}
