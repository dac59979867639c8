package org.lingbao.enrollment.coverage;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.Function;
import org.lingbao.enrollment.coverage.FeedLines.Good;
import org.lingbao.enrollment.lines.PartLines;
import org.lingbao.enrollment.person.Registry;
import org.lingbao.enrollment.worklist.Subjects;

/** Lines of persons as the columns of one statement, with nothing open but the community. */
record SealedLines(Integer[] lines, String[] communities, Buffer[] indexes, Buffer[] names, Buffer[] numbers) {
    /** How many lines one statement takes. */
    static final int AT_ONCE = 5_000;

    /** It takes a processor's time: for a worker's thread. */
    static List<SealedLines> of(List<Good> good, Registry registry, Subjects subjects) {
        return PartLines.inPieces(good, AT_ONCE)
                .map(some -> seal(some, registry, subjects))
                .toList();
    }

    private static SealedLines seal(List<Good> good, Registry registry, Subjects subjects) {
        return new SealedLines(
                good.stream().map(Good::line).toArray(Integer[]::new),
                good.stream().map(Good::community).toArray(String[]::new),
                bytes(good, line -> registry.index(line.number())),
                bytes(good, line -> subjects.name(line.name())),
                bytes(good, line -> subjects.number(line.number())));
    }

    private static Buffer[] bytes(List<Good> good, Function<Good, byte[]> column) {
        return good.stream().map(column).map(Buffer::buffer).toArray(Buffer[]::new);
    }
}
