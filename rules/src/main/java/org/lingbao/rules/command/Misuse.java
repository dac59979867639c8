package org.lingbao.rules.command;

/** A command line that is not understood, with the one line that says why. */
final class Misuse extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String sentence;

    Misuse(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
