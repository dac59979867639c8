package org.lingbao.local.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The seals are reckoned here from the bytes that docs/operating/ledger-chain.md describes, not by the proof's own code. */
class VerifyLedgerTest {
    private static final String SET = "01992f3c-5a00-7c1e-8b1f-6d2a4c9e0b1";

    @TempDir
    Path folder;

    @Test
    void a_chain_proves_itself_and_its_last_seal_is_noted() throws Exception {
        var file = export(chain(3));

        assertThat(verify(file, false))
                .startsWith("0 ")
                .contains("cell 37, 3 entry sets, sealed up to 3", "0 findings");
        assertThat(verify(file, true)).contains("\"ok\":true").contains("\"position\":3");
        assertThat(heads()).containsExactly("the ledger of cell 37 is sealed up to 3 by " + sealOf(chain(3), 3));
    }

    @Test
    void an_altered_amount_names_its_set() throws Exception {
        var lines = chain(3);
        lines.set(2, lines.get(2).replace("1.00", "2.00"));

        assertThat(verify(export(lines), false))
                .startsWith("1 ")
                .contains(":3: set altered: entry set " + SET + "2 was altered", "1 findings");
        assertThat(verify(export(lines), true)).contains("\"kind\":\"SET_ALTERED\"", "\"entrySetId\":\"" + SET + "2\"");
        assertThat(heads()).as("nothing that does not prove itself is noted").isEmpty();
    }

    @Test
    void a_set_that_does_not_sum_to_zero_is_named() throws Exception {
        var lines = chain(3);
        lines.set(3, lines.get(3).replace("-1.00", "-1.01"));

        assertThat(verify(export(lines), false)).contains("entry set " + SET + "3 sums to -1 fen", "2 findings");
    }

    @Test
    void what_is_missing_or_stands_elsewhere_is_named() throws Exception {
        var lines = chain(4);
        var without = new ArrayList<>(lines);
        without.remove(2);
        assertThat(verify(export(without), false)).contains("position 3 stands where 2 is due");

        lines.add(3, lines.remove(2));
        assertThat(verify(export(lines), false))
                .contains("position 3 stands where 2 is due", "position 2 stands where 4 is due");
    }

    @Test
    void a_chain_that_is_shorter_or_other_than_noted_is_found() throws Exception {
        assertThat(verify(export(chain(4)), false)).startsWith("0 ");

        assertThat(verify(export(chain(3)), false)).contains("a seal of position 4 was noted");
        var anew = chain(4, "2.00");
        assertThat(verify(export(anew), false))
                .startsWith("1 ")
                .contains("another seal of position 4 was noted: the chain was written anew after position 0");
    }

    @Test
    void another_cells_chain_and_what_is_no_chain_are_refused() throws Exception {
        var other = chain(2);
        other.set(0, other.getFirst().replace("\"37\"", "\"21\""));
        assertThat(verify(export(other), false)).contains("beginning differs");

        assertThat(verify(export(List.of()), false)).contains("an export has at least one line");
        assertThat(verify(export(List.of("{", "{}")), false)).contains(":1: not a line", ":2: not a line");
    }

    private static List<String> chain(int sets) throws Exception {
        return chain(sets, "1.00");
    }

    private static List<String> chain(int sets, String amount) throws Exception {
        var seal = sha("lingbao ledger 37".getBytes(UTF_8));
        var lines = new ArrayList<String>();
        lines.add("{\"cell\":\"37\",\"position\":0,\"seal\":\"" + HexFormat.of().formatHex(seal) + "\"}");
        var fen = amount.replace(".", "");
        for (var position = 1; position <= sets; position++) {
            var form = "set " + SET + position + "\nkind PAYMENT\nday 2026-09-01\nreceipt r" + position + "\n"
                    + "entry 1 BANK_CLEARING 5 -" + fen + " 2026-09-01 p b 3:CCB\n" + "entry 2 PERSON 0 " + fen
                    + " 2026-09-01 p - 4:账1\n";
            seal = sha(seal, form.getBytes(UTF_8));
            lines.add("""
                    {"position":%1$d,"seal":"%2$s","entrySetId":"%3$s%1$d","set":{"kind":"PAYMENT","day":"2026-09-01",\
                    "facts":{"receipt":"r%1$d"},"entries":[\
                    {"line":1,"account":"BANK_CLEARING","owner":"CCB","shard":5,"amount":"-%4$s","day":"2026-09-01",\
                    "person":"p","bill":"b"},\
                    {"line":2,"account":"PERSON","owner":"账1","shard":0,"amount":"%4$s","day":"2026-09-01",\
                    "person":"p"}]}}""".formatted(position, HexFormat.of().formatHex(seal), SET, amount));
        }
        return lines;
    }

    private static byte[] sha(byte[]... parts) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static String sealOf(List<String> lines, int position) {
        return lines.get(position).replaceAll(".*\"seal\":\"([0-9a-f]*)\".*", "$1");
    }

    private Path export(List<String> lines) throws IOException {
        return Files.write(folder.resolve("ledger-37.ndjson"), lines);
    }

    private List<String> heads() throws IOException {
        var file = folder.resolve("heads");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** The exit status, then what was said. */
    private String verify(Path file, boolean json) {
        var out = new ByteArrayOutputStream();
        var status = new VerifyLedger(List.of(file), List.of(), json)
                .run(List::of, cell -> folder.resolve("heads"), new PrintStream(out, true, UTF_8));
        return status + " " + out.toString(UTF_8);
    }
}
