package org.lingbao.enrollment.lines;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lines that were not taken, in the order of their file.
 *
 * @param next after which to go on; absent where there are no more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WrongLines(List<WrongLine> lines, @Nullable String next) {
    /** How many a page has. */
    public static final int MOST = 500;

    /**
     * A line that was not taken.
     *
     * @param line within its part
     * @param reasons codes of the catalogue
     */
    public record WrongLine(int part, int line, List<String> reasons) {}

    /**
     * A page.
     *
     * @param rows of part, line and reasons, one more than a page has where there are more; one without a part where there is no
     *     such line, none where there is no such file
     */
    public static Optional<WrongLines> page(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        var found = StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getInteger("part") != null)
                .map(row -> new WrongLine(
                        row.getInteger("part"), row.getInteger("line"), List.of(row.getArrayOfStrings("reasons"))))
                .toList();
        if (found.size() <= MOST) {
            return Optional.of(new WrongLines(found, null));
        }
        var last = found.get(MOST - 1);
        return Optional.of(new WrongLines(found.subList(0, MOST), last.part() + "-" + last.line()));
    }

    /** The last line that was seen. */
    public record After(int part, int line) {
        public static final String FORM = "a part and a line, such as 3-1200";
        public static final String BEGINNING = "0-0";

        /** @throws IllegalArgumentException where it is none */
        public static After read(String written) {
            var both = written.split("-", -1);
            if (both.length != 2) {
                throw new IllegalArgumentException("not a part and a line");
            }
            return new After(Integer.parseInt(both[0]), Integer.parseInt(both[1]));
        }
    }
}
