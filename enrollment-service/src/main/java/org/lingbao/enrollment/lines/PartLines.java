package org.lingbao.enrollment.lines;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines of a part: CSV in UTF-8, its cells unquoted. */
public final class PartLines {
    private static final Pattern LINE_END = Pattern.compile("\r?\n");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private PartLines() {}

    /**
     * A line as it stands.
     *
     * @param number within its part, from 1 on
     * @param cells what stands between the commas, without blanks around it
     */
    public record Line(int number, List<String> cells) {
        public boolean isEmpty() {
            return cells.equals(List.of(""));
        }
    }

    /**
     * Empty where it is not UTF-8.
     *
     * @param header what the first line of a file may say instead of a line of its own
     */
    public static Optional<List<Line>> read(byte[] part, String header) {
        return Optional.ofNullable(text(part)).map(text -> {
            var lines = text.isEmpty() ? new String[0] : LINE_END.split(text);
            var first = lines.length > 0 && lines[0].equals(header) ? 1 : 0;
            return IntStream.range(first, lines.length)
                    .mapToObj(at -> new Line(at + 1, cells(lines[at])))
                    .toList();
        });
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }

    private static @Nullable String text(byte[] part) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(part)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** By which a part that comes again is known. */
    public static byte[] digest(byte[] part) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(part);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So many as one statement takes. */
    public static <T> Stream<List<T>> inPieces(List<T> all, int most) {
        return IntStream.iterate(0, at -> at < all.size(), at -> at + most)
                .mapToObj(at -> all.subList(at, Math.min(all.size(), at + most)));
    }
}
