package org.lingbao.local.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Fields of answers, for what is asked again and again: a path of REST Assured is a script, compiled each time, which costs more
 * than the request.
 */
public final class Fields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Fields() {}

    /**
     * One field as text.
     *
     * @param pointer as in {@code /bill/billId}
     * @throws IllegalArgumentException if the answer is no JSON, or has no such field
     */
    public static String text(String answer, String pointer) {
        try {
            var field = JSON.readTree(answer).at(pointer);
            if (!field.isValueNode()) {
                throw new IllegalArgumentException("no " + pointer + " in " + answer);
            }
            return field.asText();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + answer, e);
        }
    }
}
