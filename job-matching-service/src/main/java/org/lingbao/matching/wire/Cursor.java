package org.lingbao.matching.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a page ended: the sort keys of its last line, and the line's id. For the client it is a text without a meaning.
 *
 * @param keys whole numbers, in the order by which the list is sorted
 */
public record Cursor(List<Integer> keys, UUID id) {
    private static final String BETWEEN = "/";

    public Cursor {
        keys = List.copyOf(keys);
    }

    /** What the client gets, and gives back for the next page. */
    public String text() {
        var parts = Stream.concat(keys.stream(), Stream.of(id)).map(Object::toString);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(parts.collect(Collectors.joining(BETWEEN)).getBytes(US_ASCII));
    }

    /**
     * Reads what a client gave back.
     *
     * @param count of its keys
     * @throws IllegalArgumentException if it is none of ours
     */
    public static Cursor read(String text, int count) {
        var parts = new String(Base64.getUrlDecoder().decode(text), US_ASCII).split(BETWEEN, -1);
        if (parts.length != count + 1) {
            throw new IllegalArgumentException("another list's");
        }
        var keys = Arrays.stream(parts).limit(count).map(Integer::valueOf).toList();
        return new Cursor(keys, UUID.fromString(parts[count]));
    }
}
