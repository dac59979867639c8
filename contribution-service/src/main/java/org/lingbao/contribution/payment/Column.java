package org.lingbao.contribution.payment;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** What of many rows goes to a statement: an array for each column. */
final class Column {
    private Column() {}

    static <T, V> V[] of(List<T> rows, Function<T, V> value, IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    static <T> Buffer[] ofBytes(List<T> rows, Function<T, ByteBuffer> value) {
        return of(rows, row -> bytes(value.apply(row)), Buffer[]::new);
    }

    static Buffer bytes(ByteBuffer value) {
        var bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return Buffer.buffer(bytes);
    }
}
