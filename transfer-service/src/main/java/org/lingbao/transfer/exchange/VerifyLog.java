package org.lingbao.transfer.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proves exported logs of messages, offline.
 *
 * <pre>--trust FILE   the list of whom to trust
 * --cell N       whose logs they are, such as 37; without it the first line of each says so
 * FILE...        as GET /exchange/log gives them</pre>
 *
 * A finding is one line with file and number; the last line of each file counts. The exit status is 1 if there was any
 * finding, 2 when it was not understood or a file cannot be read.
 */
final class VerifyLog {
    private static final int WRONG_USE = 2;
    private static final String WHOLE_PROVINCE = "0000";

    private final TrustList trust;
    private final PrintStream out;

    VerifyLog(TrustList trust, PrintStream out) {
        this.trust = trust;
        this.out = out;
    }

    static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, UTF_8);
        try {
            System.exit(run(List.of(arguments), out));
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            out.println("Not verified: " + e.getMessage());
            System.exit(WRONG_USE);
        }
    }

    private static int run(List<String> words, PrintStream out) {
        var files = new ArrayList<Path>();
        var trust = Optional.<Path>empty();
        var cell = Optional.<String>empty();
        for (var at = 0; at < words.size(); at++) {
            switch (words.get(at)) {
                case "--trust" -> trust = Optional.of(Path.of(value(words, ++at)));
                case "--cell" -> cell = Optional.of(value(words, ++at) + WHOLE_PROVINCE);
                default -> files.add(Path.of(words.get(at)));
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("name at least one file");
        }
        var verify = new VerifyLog(
                KeyFolder.trust(trust.orElseThrow(() -> new IllegalArgumentException("--trust is missing"))), out);
        var findings = 0L;
        for (var file : files) {
            findings += verify.file(file, cell);
        }
        return findings == 0 ? 0 : 1;
    }

    private static String value(List<String> words, int at) {
        if (at >= words.size()) {
            throw new IllegalArgumentException(words.getLast() + " needs a value");
        }
        return words.get(at);
    }

    /** @return how many findings there are */
    long file(Path file, Optional<String> cell) {
        var findings = 0L;
        var number = 0;
        Optional<LogProof> proof = cell.map(province -> new LogProof(trust, province));
        try (var lines = Files.newBufferedReader(file, UTF_8)) {
            for (var json = lines.readLine(); json != null; json = lines.readLine()) {
                number++;
                if (proof.isEmpty()) {
                    proof = Optional.of(new LogProof(trust, owner(json)));
                }
                for (var finding : proof.get().check(json)) {
                    findings++;
                    out.println("%s:%d: %s".formatted(file, number, finding));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        var sum = proof.map(LogProof::sum).orElse(new LogProof.Sum(0, 0, 0));
        out.println("%s: %d lines, %s, %d findings".formatted(file, number, sum, findings));
        return findings;
    }

    /** Whose log begins with this line. */
    private static String owner(String json) {
        var line = Wire.read(json, LogLine.class);
        return line.flatMap(read -> Optional.ofNullable(read.envelope()))
                .flatMap(Trust::envelope)
                .map(envelope -> line.get().direction().equals("IN") ? envelope.to() : envelope.from())
                .map(Party::province)
                .orElse("");
    }
}
