package org.lingbao.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lingbao.local.stack.Service;

/**
 * A write as it is sent, as often as it takes.
 *
 * @param key under which it is done once
 * @param about ids that are known before, for the journal
 * @param token of the moment in which it is sent
 * @param body nothing where the method has none
 * @param learn the words of the answer that the journal keeps
 */
record Command(
        Journal.Kind kind,
        String key,
        String about,
        Service service,
        String method,
        String path,
        Supplier<String> token,
        Map<String, ?> body,
        Function<JsonNode, String> learn) {

    /** The header's value; another payment under a used reference has that reference's key. */
    String idempotencyKey() {
        return kind == Journal.Kind.REUSED_REFERENCE ? about : key;
    }
}
