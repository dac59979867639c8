package org.lingbao.transfer.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The cell's own keys and whom it trusts, as the files of a folder have it that production mounts from a Secret. */
record KeyFolder(OwnKeys own, TrustList trust) {
    static final String OWN = "own.json";
    static final String TRUST = "trust.json";

    static KeyFolder read(Path folder) {
        return new KeyFolder(file(folder.resolve(OWN), OwnKeys.class), file(folder.resolve(TRUST), TrustList.class));
    }

    static TrustList trust(Path file) {
        return file(file, TrustList.class);
    }

    private static <T> T file(Path file, Class<T> type) {
        try {
            return Wire.read(Files.readString(file, UTF_8), type)
                    .orElseThrow(
                            () -> new IllegalStateException(file + " is not what docs/operating/exchange.md says"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "lingbao.exchange.keys must name a folder with own.json and trust.json; cannot read " + file, e);
        }
    }
}
