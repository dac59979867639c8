package org.lingbao.local.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An entry set as a line of the export has it, and its canonical form. */
record SealedSet(String id, JsonNode set) {

    /** To the byte what docs/operating/ledger-chain.md describes. */
    String form() {
        var form = new StringBuilder();
        line(form, "set", id);
        line(form, "kind", text(set, "kind"));
        line(form, "day", text(set, "day"));
        set.path("facts")
                .properties()
                .forEach(fact -> line(form, fact.getKey(), fact.getValue().asText()));
        for (var entry : set.path("entries")) {
            var owner = text(entry, "owner");
            line(
                    form,
                    "entry",
                    String.join(
                            " ",
                            text(entry, "line"),
                            text(entry, "account"),
                            text(entry, "shard"),
                            fen(entry).toString(),
                            text(entry, "day"),
                            entry.path("person").asText("-"),
                            entry.path("bill").asText("-"),
                            owner.getBytes(UTF_8).length + ":" + owner));
        }
        return form.toString();
    }

    /** The sum of all entries, in fen. */
    BigDecimal sum() {
        var sum = BigDecimal.ZERO;
        for (var entry : set.path("entries")) {
            sum = sum.add(fen(entry));
        }
        return sum;
    }

    /** The seal of this set after another. */
    String sealAfter(String before) {
        return digest(HexFormat.of().parseHex(before), form().getBytes(UTF_8));
    }

    /** The seal before the first of a cell's ledger. */
    static String origin(String cell) {
        return digest(("lingbao ledger " + cell).getBytes(UTF_8));
    }

    private static String digest(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** @throws ArithmeticException for a part of a fen */
    private static BigDecimal fen(JsonNode entry) {
        return new BigDecimal(text(entry, "amount")).movePointRight(2).setScale(0);
    }

    private static void line(StringBuilder form, String name, String value) {
        form.append(name).append(' ').append(value).append('\n');
    }

    private static String text(JsonNode of, String name) {
        return of.required(name).asText();
    }
}
