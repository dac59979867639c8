package org.lingbao.transfer.exchange;

import static java.util.Objects.requireNonNull;

/**
 * What is inside the encryption.
 *
 * @param envelope signed
 * @param salt of the digest
 * @param document its JSON as text, byte for byte what the digest is of
 */
record Parcel(String envelope, String salt, String document) {
    Parcel {
        requireNonNull(envelope);
        requireNonNull(salt);
        requireNonNull(document);
    }

    /** It holds names and numbers. */
    @Override
    public String toString() {
        return "Parcel";
    }
}
