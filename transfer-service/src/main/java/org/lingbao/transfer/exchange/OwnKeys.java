package org.lingbao.transfer.exchange;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The file {@code own.json}: who this cell is, and its keys with their private halves. */
record OwnKeys(String province, String agency, List<Key> keys) {
    OwnKeys {
        requireNonNull(province);
        requireNonNull(agency);
        keys = List.copyOf(keys);
    }

    Party asParty() {
        return new Party(province, agency);
    }

    /** @throws IllegalStateException when no key signs at that moment: nothing can be sent until there is one */
    Key signingAt(Instant moment) {
        return newest(keys, Key.Use.SIGNING, moment)
                .orElseThrow(() -> new IllegalStateException("own.json has no signing key that is valid at " + moment));
    }

    /** @throws IllegalStateException when nothing can be encrypted to this cell at that moment */
    Key encryptionAt(Instant moment) {
        return newest(keys, Key.Use.ENCRYPTION, moment)
                .orElseThrow(
                        () -> new IllegalStateException("own.json has no encryption key that is valid at " + moment));
    }

    /** Also when its time is over: what was encrypted before must open. */
    Optional<Key> encryption(String kid) {
        return keys.stream()
                .filter(key -> key.use() == Key.Use.ENCRYPTION && key.kid().equals(kid))
                .findFirst();
    }

    /** Of those that are valid the one that became so last. */
    static Optional<Key> newest(List<Key> keys, Key.Use use, Instant moment) {
        return keys.stream()
                .filter(key -> key.use() == use && key.validAt(moment))
                .max(Comparator.comparing(Key::from));
    }
}
