package org.lingbao.transfer.transfer.domain;

/** What can move a case. */
public sealed interface Input permits Command, Document, Receipt, Answer, Input.DayBegan {

    /** A business day has begun: deadlines are looked at. */
    record DayBegan() implements Input {}
}
