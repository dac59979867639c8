package org.lingbao.local.stack;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.lingbao.local.part.PartFailed;

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

    /** Reads {@code enrollment,transfer}; nothing stands for none. */
    public static List<Service> list(String text) {
        return Arrays.stream(text.split(","))
                .filter(name -> !name.isBlank())
                .map(name -> of(name.strip()))
                .distinct()
                .toList();
    }

    private static Service of(String text) {
        return Arrays.stream(values())
                .filter(service -> service.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new PartFailed("There is no service \"" + text + "\"; there are "
                        + Arrays.stream(values()).map(Service::text).collect(Collectors.joining(", ")) + "."));
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
