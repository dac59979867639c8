package org.lingbao.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What a service answered.
 *
 * @param replayed whether it says that this is the stored answer to an earlier request
 */
public record Reply(String request, int status, boolean replayed, JsonNode body) {
    /** Fails unless the status is this one. */
    public Reply expect(int wanted) {
        if (status != wanted) {
            throw new NotAsItShouldBe(request + " answered " + status + " instead of " + wanted + ": " + problem());
        }
        return this;
    }

    private String problem() {
        var errors = errors().stream()
                .map(error ->
                        error.path("code").asText() + " " + error.path("detail").asText())
                .toList();
        return errors.isEmpty() ? body.toString() : String.join("; ", errors);
    }

    List<JsonNode> errors() {
        return list("errors");
    }

    /** The codes of a problem, in order. */
    List<String> codes() {
        return errors().stream().map(error -> error.path("code").asText()).toList();
    }

    List<JsonNode> list(String name) {
        return StreamSupport.stream(body.path(name).spliterator(), false).toList();
    }

    /** A text that must be there; {@code bill/amount} goes into an object. */
    public String text(String path) {
        var found = body.at("/" + path);
        if (found.isMissingNode() || found.isNull() || found.asText().isEmpty()) {
            throw new NotAsItShouldBe(request + " answered without " + path + ": " + body);
        }
        return found.asText();
    }

    /** Fails unless the text is this one. */
    public Reply with(String path, String wanted) {
        var found = text(path);
        if (!found.equals(wanted)) {
            throw new NotAsItShouldBe(request + ": " + path + " is " + found + " instead of " + wanted + ".");
        }
        return this;
    }
}
