package org.lingbao.transfer.exchange;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The file {@code trust.json}: all cells, this one among them, with their public keys. */
record TrustList(List<Member> parties) {
    TrustList {
        parties = List.copyOf(parties);
    }

    /** @param url of its transfer service, to which {@code /exchange/messages} is added */
    record Member(String province, String agency, String url, List<Key> keys) {
        Member {
            requireNonNull(province);
            requireNonNull(agency);
            requireNonNull(url);
            keys = List.copyOf(keys);
        }

        Party asParty() {
            return new Party(province, agency);
        }

        URI messages() {
            return URI.create(url + "/exchange/messages");
        }

        Optional<Key> encryptionAt(Instant moment) {
            return OwnKeys.newest(keys, Key.Use.ENCRYPTION, moment);
        }

        Optional<Key> signing(String kid) {
            return keys.stream()
                    .filter(key -> key.use() == Key.Use.SIGNING && key.kid().equals(kid))
                    .findFirst();
        }
    }

    Optional<Member> of(Party party) {
        return parties.stream().filter(member -> member.asParty().equals(party)).findFirst();
    }

    Optional<Member> ofProvince(String province) {
        return parties.stream()
                .filter(member -> member.province().equals(province))
                .findFirst();
    }
}
