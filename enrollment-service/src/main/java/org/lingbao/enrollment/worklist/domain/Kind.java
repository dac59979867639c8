package org.lingbao.enrollment.worklist.domain;

import java.util.EnumSet;
import java.util.Set;

/** What is to be done. */
public enum Kind {
    /** Visit somebody who is not insured, by a population feed (扩面走访). */
    COVERAGE_VISIT,
    /** Help a person who cannot come or has no phone, at the desk or at home (帮办代办). */
    ASSISTED_VISIT,
    /** Look at many enrollments with one phone, terminal or clerk behind them (异常线索核查). */
    SIGNAL_REVIEW,
    /** Say whether two registrations are of one person (疑似重复); it ends with that decision, and not otherwise. */
    POSSIBLE_MATCH;

    /** How it may end by somebody's word. */
    public Set<Outcome> outcomes() {
        return switch (this) {
            case COVERAGE_VISIT ->
                EnumSet.of(
                        Outcome.ENROLLED,
                        Outcome.INSURED_ELSEWHERE,
                        Outcome.DECLINED,
                        Outcome.MOVED_AWAY,
                        Outcome.NOT_MET,
                        Outcome.DECEASED);
            case SIGNAL_REVIEW -> EnumSet.of(Outcome.HARMLESS, Outcome.REFERRED);
            case ASSISTED_VISIT -> EnumSet.of(Outcome.SERVED, Outcome.NOT_SERVED, Outcome.MOVED_AWAY, Outcome.DECEASED);
            case POSSIBLE_MATCH -> EnumSet.noneOf(Outcome.class);
        };
    }
}
