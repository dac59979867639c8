package org.lingbao.local.stack;

/** The services of a cell, in the order of their ports. */
public enum Service {
    ENROLLMENT(1, "enrollment"),
    CONTRIBUTION(2, "contribution"),
    TRANSFER(3, "transfer"),
    JOB_MATCHING(4, "job-matching");

    private final int number;
    private final String text;

    Service(int number, String text) {
        this.number = number;
        this.text = text;
    }

    /** The last digit of its port. */
    int number() {
        return number;
    }

    /** As in its module's name: {@code job-matching}. */
    public String text() {
        return text;
    }

    /** The name of its database in a cell. */
    public String database(Cell cell) {
        return "cell" + cell.number() + "_" + text.replace('-', '_');
    }
}
