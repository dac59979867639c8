package org.lingbao.transfer.exchange;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** The answer to a letter: its receipts, each signed (JWS). */
record ReceiptsView(List<String> receipts) {
    ReceiptsView {
        receipts = List.copyOf(requireNonNull(receipts));
    }
}
