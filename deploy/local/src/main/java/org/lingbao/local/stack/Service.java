package org.lingbao.local.stack;

/** The services of a cell, in the order of their ports. */
public enum Service {
    ENROLLMENT("enrollment"),
    CONTRIBUTION("contribution"),
    TRANSFER("transfer"),
    JOB_MATCHING("job-matching");

    private final String text;

    Service(String text) {
        this.text = text;
    }

    /** As in its module's name: {@code job-matching}. */
    public String text() {
        return text;
    }
}
