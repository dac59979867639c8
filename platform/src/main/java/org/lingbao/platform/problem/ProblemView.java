package org.lingbao.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it is sent: {@code application/problem+json} with every reason in {@code errors}.
 *
 * @param type URI reference of the kind of problem
 * @param title the first reason's text, or how many there are
 * @param status the HTTP status again
 * @param errors all reasons
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemView(String type, String title, int status, List<Item> errors) {

    /**
     * One reason.
     *
     * @param code stable, for programs
     * @param detail for people, in the language asked for
     * @param citation the article that it rests on
     * @param howToFix what the reader can do
     * @param pointer the field at fault
     * @param parameters the figures in the text
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String code,
            String detail,
            @Nullable String citation,
            String howToFix,
            @Nullable String pointer,
            Map<String, String> parameters) {}
}
