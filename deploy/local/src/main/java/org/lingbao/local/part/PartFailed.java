package org.lingbao.local.part;

/** A part of the stack cannot start or has died. The message is one sentence for the person at the terminal. */
public class PartFailed extends RuntimeException {
    /** @param sentence says what failed and what to do, with the path of the log where there is one */
    public PartFailed(String sentence) {
        super(sentence);
    }

    /** @param cause kept for the log; the sentence must stand alone */
    public PartFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
