package org.lingbao.rules.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;

/** Where results go, and where complaints go. */
record Output(PrintStream out, PrintStream complaints) {
    private static final JsonMapper JSON = new JsonMapper();

    void line(Object text) {
        out.println(text);
    }

    void json(JsonNode node) {
        try {
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void complain(String sentence) {
        complaints.println(sentence);
    }
}
