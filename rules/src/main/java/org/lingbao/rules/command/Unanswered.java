package org.lingbao.rules.command;

/** The rules have no answer: the input is malformed, or what it asks for is not loaded. */
final class Unanswered extends RuntimeException {
    static final String MALFORMED_INPUT = "MALFORMED_INPUT";

    private static final long serialVersionUID = 1;

    private final String code;
    private final String what;

    Unanswered(String code, RuntimeException cause) {
        super(cause);
        this.code = code;
        this.what = String.valueOf(cause.getMessage());
    }

    /** As vectors name it: {@code DATA_NOT_LOADED}. */
    String code() {
        return code;
    }

    /** What is missing, or wrong. */
    String what() {
        return what;
    }
}
