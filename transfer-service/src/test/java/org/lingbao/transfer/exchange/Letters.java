package org.lingbao.transfer.exchange;

import java.util.UUID;
import org.lingbao.local.testing.TestExchange;

/** Letters for tests. */
final class Letters {
    private Letters() {}

    static Letter first(String text) {
        return of(UUID.randomUUID(), 1, text);
    }

    static Letter of(UUID caseId, int sequence, String text) {
        return document(caseId, sequence, Echo.DOCUMENT, text);
    }

    static Letter document(UUID caseId, int sequence, String document, String text) {
        var body = Wire.readTree("{\"text\": \"%s\"}".formatted(text)).orElseThrow();
        return new Letter(UUID.randomUUID(), caseId, sequence, TestExchange.PARTNER, document, 1, body);
    }
}
