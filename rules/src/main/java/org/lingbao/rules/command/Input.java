package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Place;

/** Typed reading of a vector's input; throws {@link IllegalArgumentException} for what is missing. */
record Input(JsonNode node) {

    String text(String field) {
        var text = optionalText(field);
        if (text == null) {
            throw new IllegalArgumentException("no " + field);
        }
        return text;
    }

    @Nullable
    String optionalText(String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }

    LocalDate date(String field) {
        return LocalDate.parse(text(field));
    }

    YearMonth month(String field) {
        return YearMonth.parse(text(field));
    }

    Place place(String field) {
        return new Place(text(field));
    }

    @Nullable
    Place optionalPlace(String field) {
        var code = optionalText(field);
        return code == null ? null : new Place(code);
    }

    <E extends Enum<E>> E constant(Class<E> type, String field) {
        return Enum.valueOf(type, text(field));
    }

    Stream<String> texts(String field) {
        return node.path(field).valueStream().map(JsonNode::asText);
    }

    Input nested(String field) {
        return new Input(node.path(field));
    }
}
