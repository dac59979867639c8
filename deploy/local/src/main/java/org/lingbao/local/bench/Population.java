package org.lingbao.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.lingbao.local.demo.MadeUpNumber;
import org.lingbao.local.part.PartFailed;

/**
 * The register of a province as a file that another system wrote: a line for each person, who is enrolled. One of five lives in a
 * community of Weifang, the others somewhere in a county; one line of a thousand is wrong.
 */
final class Population {
    static final int LINES_A_PART = 2_000;
    /** Each so many-th line is of a month that has not come. */
    static final int WRONG_EACH = 1_000;

    /** Those who live in a community. */
    static final int COMMUNITY_EACH = 5;

    private static final LocalDate FIRST_BORN = LocalDate.of(1970, 1, 1);
    private static final int DAYS = 11_000;
    private static final int SERIALS = 999;
    private static final YearMonth FIRST_MONTH = YearMonth.of(2016, 9);
    private static final int MONTHS = 120;

    private final Path file;
    private final int lines;
    private final List<Long> begins;

    private Population(Path file, int lines, List<Long> begins) {
        this.file = file;
        this.lines = lines;
        this.begins = begins;
    }

    /** Writes so many lines; it takes time before any clock runs. */
    static Population write(Path file, Sql sql, int lines) {
        if (lines > (long) DAYS * SERIALS) {
            throw new PartFailed("There are numbers for %,d persons".formatted((long) DAYS * SERIALS));
        }
        var communities = codes(sql, "length(code) = 12");
        var counties = codes(sql, "length(code) = 6 and code not like '%00'");
        var begins = new ArrayList<Long>();
        var written = 0L;
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (var nth = 0; nth < lines; nth++) {
                if (nth % LINES_A_PART == 0) {
                    begins.add(written);
                }
                var line = line(nth, communities, counties).getBytes(UTF_8);
                out.write(line);
                written += line.length;
            }
        } catch (IOException e) {
            throw new PartFailed("The register cannot be written: " + e.getMessage(), e);
        }
        begins.add(written);
        return new Population(file, lines, begins);
    }

    private static List<String> codes(Sql sql, String which) {
        return sql.rows(
                "select code from organisation where " + which + " and level <> 'EMPLOYER'"
                        + " and holds(valid_from, valid_to, '" + Town.TODAY + "') order by code",
                row -> row.getString(1));
    }

    private static String line(int nth, List<String> communities, List<String> counties) {
        var number = MadeUpNumber.of("3707", FIRST_BORN.plusDays(nth % DAYS), nth / DAYS + 1);
        var community = nth % COMMUNITY_EACH == 0 ? communities.get(nth / COMMUNITY_EACH % communities.size()) : "";
        var county = community.isEmpty() ? counties.get(nth % counties.size()) : community.substring(0, 6);
        var month = isWrong(nth) ? YearMonth.of(2099, 1) : FIRST_MONTH.plusMonths(nth / 7 % MONTHS);
        return number + ",孙行者," + (13_000_000_000L + nth) + "," + county + "," + community + ",EMPLOYEE," + county + ","
                + month + "\n";
    }

    private static boolean isWrong(int nth) {
        return nth % WRONG_EACH == WRONG_EACH - 1;
    }

    int lines() {
        return lines;
    }

    /** How many of the first so many lines are wrong. */
    static int wrong(int lines) {
        return lines / WRONG_EACH;
    }

    int parts() {
        return begins.size() - 1;
    }

    /** @param part from 0 on */
    byte[] part(int part) throws IOException {
        var bytes = new byte[(int) (begins.get(part + 1) - begins.get(part))];
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(begins.get(part));
            in.readFully(bytes);
        }
        return bytes;
    }
}
