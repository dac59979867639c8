package org.lingbao.platform.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** JSON pointers (RFC 6901) into the request, from what the validator and the JSON reader say of a place. */
final class RequestPointer {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]{1,40}[0-9]{0,4}");

    private RequestPointer() {}

    static String of(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .filter(node -> node.getKind() != ElementKind.METHOD && node.getKind() != ElementKind.PARAMETER)
                .map(RequestPointer::step)
                .map(RequestPointer::escaped)
                .collect(Collectors.joining("/", "/", ""));
    }

    /** An element of a list has no name of its own, a field of one has its index besides. */
    private static String step(Path.Node node) {
        if (node.getIndex() == null) {
            return node.getName();
        }
        return node.getKind() == ElementKind.CONTAINER_ELEMENT
                ? String.valueOf(node.getIndex())
                : node.getIndex() + "/" + node.getName();
    }

    static String of(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step ->
                        step.getFieldName() == null ? String.valueOf(step.getIndex()) : quotable(step.getFieldName()))
                .map(RequestPointer::escaped)
                .collect(Collectors.joining("/", "/", ""));
    }

    /** A field's name, if it looks like one: a stranger may have written anything there, even who somebody is. */
    static String quotable(String name) {
        return NAME.matcher(name).matches() ? name : "…";
    }

    private static String escaped(String name) {
        return name.replace("~", "~0");
    }
}
