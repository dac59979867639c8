package org.lingbao.contribution.payment;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What of many rows goes to a statement: an array for each column. */
final class Column {
    private Column() {}

    static <T, V> V[] of(List<T> rows, Function<T, V> value, IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    static <T> Buffer[] ofBytes(List<T> rows, Function<T, ByteBuffer> value) {
        return of(rows, row -> bytes(value.apply(row)), Buffer[]::new);
    }

    /** Of which not every row has one. */
    static <T> @Nullable Buffer[] ofKnownBytes(List<T> rows, Function<T, @Nullable ByteBuffer> value) {
        var column = new @Nullable Buffer[rows.size()];
        for (var row = 0; row < column.length; row++) {
            var known = value.apply(rows.get(row));
            column[row] = known == null ? null : bytes(known);
        }
        return column;
    }

    static Buffer bytes(ByteBuffer value) {
        var bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return Buffer.buffer(bytes);
    }
}
