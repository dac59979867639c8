package org.lingbao.matching.matching.domain;

/** One of the factors, with what it rests on. */
public record Factor(Kind kind, Share value, Finding finding) {
    /** What a factor is about, in the order in which they are told. */
    public enum Kind {
        SKILL,
        DISTANCE,
        PAY,
        DAYS,
        RELIABILITY
    }
}
