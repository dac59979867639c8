package org.lingbao.local.stack;

import java.util.Arrays;
import java.util.List;
import org.lingbao.local.part.PartFailed;

/**
 * One province's deployment.
 *
 * @param number the first two digits of the province's GB/T 2260 code
 */
public record Cell(int number) {
    private static final int LOWEST = 11;
    private static final int HIGHEST = 65;

    /** Shandong, where the story happens. */
    public static final Cell SHANDONG = new Cell(37);

    /** Liaoning, from where workers come to Shandong. */
    public static final Cell LIAONING = new Cell(21);

    /** Shanghai, where pension and medical insurance are collected in one. */
    public static final Cell SHANGHAI = new Cell(31);

    /** Those that {@code up} starts when it is not told otherwise. */
    public static final List<Cell> USUAL = List.of(SHANDONG, LIAONING);

    public Cell {
        if (number < LOWEST || number > HIGHEST) {
            throw new PartFailed("There is no cell " + number + "; a cell is the first two digits of a province's code,"
                    + " for example 37 for Shandong.");
        }
    }

    /** Reads {@code 37,21}. */
    public static List<Cell> list(String text) {
        try {
            return Arrays.stream(text.split(","))
                    .map(number -> new Cell(Integer.parseInt(number.strip())))
                    .distinct()
                    .toList();
        } catch (NumberFormatException e) {
            throw new PartFailed("--cells wants numbers with commas, for example 37,21; not \"" + text + "\".", e);
        }
    }

    /** The province's code: {@code 370000}. */
    public String province() {
        return number + "0000";
    }

    /** What the cell's topics begin with. */
    public String topicPrefix() {
        return number + ".";
    }
}
