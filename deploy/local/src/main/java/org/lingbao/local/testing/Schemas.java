package org.lingbao.local.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;

/** The committed schemas and examples of events. */
public final class Schemas {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Schemas() {}

    /** What is wrong with a payload by its schema; empty: nothing. */
    public static Set<ValidationMessage> complaints(String service, String event, String payload) {
        try (var schema = open(service, event, "schema")) {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(schema)
                    .validate(
                            JSON.readTree(payload),
                            run -> run.getExecutionConfig().setFormatAssertionsEnabled(true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] example(String service, String event) {
        try (var example = open(service, event, "example")) {
            return example.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String service, String event, String kind) {
        var path = "contracts/events/%s/%s.v1.%s.json".formatted(service, event, kind);
        return Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(path), path);
    }
}
