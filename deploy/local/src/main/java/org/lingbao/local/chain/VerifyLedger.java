package org.lingbao.local.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lingbao.local.part.PartFailed;

/**
 * Proves exported ledgers, offline, and notes the last seal of each that proves itself. A finding is one line with the file and its
 * line's number; the last line of each file counts.
 *
 * @param files as GET /ledger/chain gives them; none: those of the running cells are fetched
 * @param heads where seals were noted, beside what this noted itself
 */
public record VerifyLedger(List<Path> files, List<Path> heads, boolean json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What came of a file. */
    record Verdict(String file, ChainProof.Sum sum, boolean ok, List<Finding> findings) {}

    /**
     * @param fetched the running cells' exports
     * @param own where the seals of a cell are noted
     * @return the exit status
     */
    public int run(Supplier<List<Path>> fetched, Function<String, Path> own, PrintStream out) {
        var verdicts = (files.isEmpty() ? fetched.get() : files)
                .stream().map(file -> verdict(file, own)).toList();
        if (json) {
            out.println(write(verdicts));
        } else {
            verdicts.forEach(verdict -> tell(verdict, out));
        }
        return verdicts.stream().allMatch(Verdict::ok) ? 0 : 1;
    }

    private Verdict verdict(Path file, Function<String, Path> own) {
        var proof = new ChainProof(cell -> noted(cell, own));
        var findings = new ArrayList<Finding>();
        try (var lines = Files.newBufferedReader(file, UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                findings.addAll(proof.check(line));
            }
        } catch (IOException e) {
            throw new PartFailed(file + " cannot be read.", e);
        }
        findings.addAll(proof.end());
        var sum = proof.sum();
        if (findings.isEmpty()) {
            noted(sum.cell(), own).note(sum.position(), sum.seal(), own.apply(sum.cell()));
        }
        return new Verdict(file.toString(), sum, findings.isEmpty(), List.copyOf(findings));
    }

    private NotedHeads noted(String cell, Function<String, Path> own) {
        var all = new ArrayList<>(heads);
        all.add(own.apply(cell));
        return NotedHeads.of(cell, all);
    }

    private static void tell(Verdict verdict, PrintStream out) {
        verdict.findings().forEach(finding -> out.println(verdict.file() + ":" + finding));
        var sum = verdict.sum();
        out.println("%s: cell %s, %d entry sets, sealed up to %d by %s, %d findings"
                .formatted(
                        verdict.file(),
                        sum.cell(),
                        sum.sets(),
                        sum.position(),
                        sum.seal(),
                        verdict.findings().size()));
    }

    private static String write(List<Verdict> verdicts) {
        try {
            return JSON.writeValueAsString(verdicts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
