package org.lingbao.matching.engagement.domain;

/** What somebody wants to happen to an engagement. */
public sealed interface Command {
    /** The worker scanned the code that was shown for coming. */
    record CheckIn(CodeId code) implements Command {}

    /** The worker scanned the code that was shown for leaving. */
    record CheckOut(CodeId code) implements Command {}

    /** The employer says that the work is done. */
    record Complete() implements Command {}

    /** The employer notes that the pay was paid. */
    record NotePay() implements Command {}

    /** One of the two does not want to any more. */
    record Cancel(Side by) implements Command {}

    /** The employer says that the worker did not come. */
    record NoteNoShow() implements Command {}
}
