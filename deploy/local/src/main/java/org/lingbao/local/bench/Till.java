package org.lingbao.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Stream;
import org.lingbao.local.demo.Api;
import org.lingbao.local.part.Ports;
import org.lingbao.local.part.Realm;

/**
 * A bank's terminal in the cell.
 *
 * @param head what each of its requests begins with, its token included
 */
record Till(String bank, String terminal, String head) {
    /** One of each bank, the banks in the order of the realm. */
    static List<Till> oneOfEachBank(Ground ground) {
        var api = ground.api();
        return clients()
                .map(client -> claim(client, "bank"))
                .distinct()
                .map(bank -> clients()
                        .filter(client -> claim(client, "bank").equals(bank))
                        .findFirst()
                        .orElseThrow())
                .map(client -> of(ground, api, client))
                .toList();
    }

    private static Stream<Realm.Client> clients() {
        return Realm.load().clients().stream()
                .filter(client -> claim(client, "terminal").startsWith(Integer.toString(Ground.CELL.number())));
    }

    private static String claim(Realm.Client client, String name) {
        return client.claims().getOrDefault(name, "");
    }

    private static Till of(Ground ground, Api api, Realm.Client client) {
        var head = """
                POST /payments HTTP/1.1\r
                Host: %s:%d\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Accept: application/json, application/problem+json\r
                Accept-Language: en\r
                """.formatted(Ports.HOST, ground.port(), api.client(client.id()));
        return new Till(claim(client, "bank"), claim(client, "terminal"), head);
    }

    String reference(long sequence) {
        return terminal + "-" + sequence;
    }

    /** The whole request. */
    byte[] payment(long sequence, Dues.Due due) {
        var body = "{\"sequence\":" + sequence + ",\"billId\":\"" + due.bill() + "\",\"amount\":\"" + yuan(due.amount())
                + "\",\"occurredAt\":\"" + Town.TODAY + "T10:15:00+08:00\"}";
        return (head + "Idempotency-Key: " + reference(sequence) + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(UTF_8);
    }

    static String yuan(long fen) {
        var cents = fen % 100;
        return fen / 100 + (cents < 10 ? ".0" : ".") + cents;
    }
}
