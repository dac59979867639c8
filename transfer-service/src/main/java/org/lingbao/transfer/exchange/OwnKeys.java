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

    /**
     * What a letter is encrypted with, to this cell itself, while it waits: the newest key that is valid, or else (a clock
     * stands wrong, the next key is late) the newest. What was decided is written down in any case; only sending waits.
     *
     * @throws IllegalStateException when there is no encryption key, or all are revoked
     */
    Key sealingAt(Instant moment) {
        return newest(keys, Key.Use.ENCRYPTION, moment)
                .or(() -> keys.stream()
                        .filter(key -> key.use() == Key.Use.ENCRYPTION && key.revoked() == null)
                        .max(Comparator.comparing(Key::from)))
                .orElseThrow(() -> new IllegalStateException("own.json has no encryption key that is not revoked"));
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
