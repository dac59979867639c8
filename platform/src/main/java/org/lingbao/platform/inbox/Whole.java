package org.lingbao.platform.inbox;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a record that was bound has a value in every field that is not declared {@link Nullable}, also within it. */
final class Whole {
    /** The accessors of a record's fields that must have a value, looked up once per record. */
    private static final ClassValue<List<Method>> NEEDED = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Stream.ofNullable(type.getRecordComponents())
                    .flatMap(Arrays::stream)
                    .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(RecordComponent::getAccessor)
                    .peek(accessor -> accessor.setAccessible(true))
                    .toList();
        }
    };

    private Whole() {}

    /** The names of the fields that have none. */
    static List<String> missing(Object bound) {
        return switch (bound) {
            case Record whole ->
                NEEDED.get(whole.getClass()).stream()
                        .flatMap(accessor -> {
                            var value = read(accessor, whole);
                            return value == null ? Stream.of(accessor.getName()) : missing(value).stream();
                        })
                        .toList();
            case List<?> several ->
                several.stream()
                        .filter(Objects::nonNull)
                        .flatMap(one -> missing(one).stream())
                        .distinct()
                        .toList();
            default -> List.of();
        };
    }

    private static @Nullable Object read(Method accessor, Record whole) {
        try {
            return accessor.invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }
}
