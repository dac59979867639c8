package org.lingbao.matching.engagement.domain;

/** Where an engagement stands (用工状态). */
public sealed interface State {

    /** 已接受: the place is the worker's. */
    record Accepted() implements State {}

    /** 已到岗: by the code that was shown on the spot. */
    record CheckedIn(CodeId code) implements State {}

    /** 已离岗. */
    record CheckedOut(CodeId code) implements State {}

    /** 已完工: the employer says that the work is done. */
    record Completed() implements State {}

    /** 已付酬. */
    record Paid() implements State {}

    /** 已退出: by one of the two, before the worker came. */
    record Cancelled(Side by) implements State {}

    /** 未到岗: the worker did not come. */
    record NoShow() implements State {}
}
