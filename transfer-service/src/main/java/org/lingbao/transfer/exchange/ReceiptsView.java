package org.lingbao.transfer.exchange;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** The answer to a letter: its receipts, each signed (JWS). */
@RegisterForReflection
record ReceiptsView(List<String> receipts) {
    ReceiptsView {
        receipts = List.copyOf(requireNonNull(receipts));
    }
}
