package org.lingbao.platform.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One reason of a refusal, as a code of the catalogue {@code contracts/errors.yaml} and what fills its text.
 *
 * @param code of the catalogue; a code that is not in it fails the build
 * @param parameters what the text names, such as {@code age}; never an identity number, name, phone or card
 * @param pointer JSON pointer into the request, where one field is at fault
 * @param citation the article as the rule data has it, where it is more precise than the catalogue's
 */
public record Violation(
        String code,
        Map<String, String> parameters,
        @Nullable String pointer,
        @Nullable String citation) {

    public Violation {
        parameters = Map.copyOf(parameters);
    }

    /** A reason whose text has no parameters. */
    public Violation(String code) {
        this(code, Map.of(), null, null);
    }

    /** The same reason with one more parameter. */
    public Violation with(String name, Object value) {
        var all = new LinkedHashMap<>(parameters);
        all.put(name, value.toString());
        return new Violation(code, all, pointer, citation);
    }

    /** The same reason, at this place of the request. */
    public Violation at(String where) {
        return new Violation(code, parameters, where, citation);
    }

    /** The same reason, resting on this article. */
    public Violation citing(String article) {
        return new Violation(code, parameters, pointer, article);
    }
}
