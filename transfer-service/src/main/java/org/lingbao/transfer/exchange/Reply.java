package org.lingbao.transfer.exchange;

/** What a feature answers to a letter. */
public sealed interface Reply {
    /**
     * @param repeated it had the letter before, and says what it said then
     */
    record Given(Verdict verdict, boolean repeated) implements Reply {}

    /**
     * Others of the case are missing before it; it was not taken.
     *
     * @param expected the sequence from which the partner shall send
     */
    record Early(int expected) implements Reply {}
}
