package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/**
 * Typed reading of a rule's input; throws {@link IllegalArgumentException} for what is missing or malformed. It remembers what was
 * asked for, and of which form. So a rule's form is found by letting it read an input of {@link #anything}.
 */
final class Input {
    private static final LocalDate SOME_DAY = LocalDate.EPOCH;

    private final JsonNode node;
    private final boolean anything;
    private final ObjectNode form;

    private Input(JsonNode node, boolean anything, ObjectNode form) {
        this.node = node;
        this.anything = anything;
        this.form = form;
    }

    Input(JsonNode node) {
        this(node, false, JsonNodeFactory.instance.objectNode());
    }

    /** An input that has every field that is asked for, with some value of its form. */
    static Input anything() {
        return new Input(JsonNodeFactory.instance.objectNode(), true, JsonNodeFactory.instance.objectNode());
    }

    /** The fields that were asked for so far, each with its form: {@code {"birthDate": "yyyy-MM-dd"}}. */
    ObjectNode form() {
        return form;
    }

    String text(String field) {
        return read(field, "text", "", text -> text);
    }

    @Nullable
    String optionalText(String field) {
        return optional(field, "text", text -> text);
    }

    int number(String field) {
        return read(field, "whole number", 0, Integer::valueOf);
    }

    Money money(String field) {
        return read(field, "amount in yuan", Money.ZERO, Money::yuan);
    }

    LocalDate date(String field) {
        return read(field, "yyyy-MM-dd", SOME_DAY, LocalDate::parse);
    }

    YearMonth month(String field) {
        return read(field, "yyyy-MM", YearMonth.from(SOME_DAY), YearMonth::parse);
    }

    Place place(String field) {
        return read(field, "six-digit code", new Place("000000"), Place::new);
    }

    @Nullable
    Place optionalPlace(String field) {
        return optional(field, "six-digit code", Place::new);
    }

    /** Null where the field is missing or null. */
    <T> @Nullable T optional(String field, String expected, Function<String, T> reader) {
        form.put(field, expected + " | null");
        return node.hasNonNull(field) ? parse(field, node.get(field).asText(), reader) : null;
    }

    <E extends Enum<E>> E constant(Class<E> type, String field) {
        var names = names(type);
        return read(field, names, type.getEnumConstants()[0], name -> constant(type, names, name));
    }

    /** A list of texts; none where the field is missing. */
    Stream<String> texts(String field) {
        form.putArray(field).add("text");
        return node.path(field).valueStream().map(JsonNode::asText);
    }

    <E extends Enum<E>> Stream<E> constants(Class<E> type, String field) {
        var names = names(type);
        var texts = texts(field);
        form.putArray(field).add(names);
        return texts.map(name -> parse(field, name, text -> constant(type, names, text)));
    }

    /** Absent is no. */
    boolean yes(String field) {
        return Boolean.TRUE.equals(optional(field, "true | false", Input::yesOrNo));
    }

    /** A list of objects, which may be empty but not missing. */
    <T> List<T> list(String field, Function<Input, T> reader) {
        var element = form.putArray(field).addObject();
        if (anything) {
            return List.of(reader.apply(new Input(node, true, element)));
        }
        if (!node.path(field).isArray()) {
            throw new IllegalArgumentException("no list of " + field);
        }
        return node.path(field)
                .valueStream()
                .map(item -> reader.apply(new Input(item, false, element)))
                .toList();
    }

    Input nested(String field) {
        return new Input(node.path(field), anything, form.putObject(field));
    }

    /** @param some any value of that form */
    <T> T read(String field, String expected, T some, Function<String, T> reader) {
        form.put(field, expected);
        if (anything) {
            return some;
        }
        if (!node.hasNonNull(field)) {
            throw new IllegalArgumentException("no " + field);
        }
        return parse(field, node.get(field).asText(), reader);
    }

    private static <T> T parse(String field, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException malformed) {
            throw new IllegalArgumentException(field + ": " + malformed.getMessage(), malformed);
        }
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false: " + text);
        };
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String names, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is none of " + names));
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Stream.of(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(" | "));
    }
}
