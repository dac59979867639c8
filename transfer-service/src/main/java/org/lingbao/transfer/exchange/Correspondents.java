package org.lingbao.transfer.exchange;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which feature is asked about which documents. */
@ApplicationScoped
class Correspondents {
    private final Map<String, Correspondent> byDocument;

    /** @throws IllegalStateException when two features read the same document: a mistake that must not start */
    Correspondents(@All List<Correspondent> all) {
        var found = new HashMap<String, Correspondent>();
        for (var one : all) {
            for (var document : one.documents()) {
                if (found.put(document, one) != null) {
                    throw new IllegalStateException("two features read " + document);
                }
            }
        }
        byDocument = Map.copyOf(found);
    }

    Optional<Correspondent> of(String document) {
        return Optional.ofNullable(byDocument.get(document));
    }
}
