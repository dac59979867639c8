package org.lingbao.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What a client asked for and what it was told, as a file. A line is on disk before the next thing happens: the intent
 * before the request is sent, the answer before anything follows from it. So whatever the client knows, the file knows,
 * also when the client is killed. Ids and codes only, nobody's data.
 */
final class Journal implements AutoCloseable {
    private static final String ASKED = "asked";
    private static final String ACKNOWLEDGED = "acknowledged";
    private static final String REFUSED = "refused";
    private static final String UNANSWERED = "unanswered";
    private static final String BETWEEN = "\t";

    /** What is written. */
    enum Kind {
        /** A person. */
        REGISTRATION,
        /** A person's relation. */
        ENROLLMENT,
        /** A person's plan, and its bill. */
        PLAN,
        /** A terminal's payment, under a reference of its own. */
        PAYMENT,
        /** Another payment under a reference that is used. */
        REUSED_REFERENCE,
        /** A payment that is no payment: its amount is none. */
        BAD_PAYMENT,
        /** A consent that is granted. */
        CONSENT_GRANTED,
        /** A consent that is revoked. */
        CONSENT_REVOKED,
        /** A gig. */
        GIG;

        /** Whether a refusal is the right answer, and the only one. */
        boolean mustBeRefused() {
            return this == REUSED_REFERENCE || this == BAD_PAYMENT;
        }
    }

    /** What the client knows of a write. */
    enum State {
        /** Asked, and no answer tells whether it was done. */
        UNKNOWN,
        ACKNOWLEDGED,
        REFUSED
    }

    /**
     * One write.
     *
     * @param key under which it is done once; the Idempotency-Key, where the operation has one
     * @param about ids that were known before, with spaces between
     * @param answer the ids that the answer told, or its codes; nothing while there is none
     * @param doubted whether its outcome was unknown at any time
     */
    record Entry(Kind kind, String key, String about, State state, String answer, boolean doubted) {
        /** One of the ids that were known before. */
        String about(int position) {
            return about.split(" ", -1)[position];
        }

        /** One of the words of the answer. */
        String answer(int position) {
            return answer.split(" ", -1)[position];
        }

        boolean acknowledged() {
            return state == State.ACKNOWLEDGED;
        }
    }

    private final FileChannel file;

    private Journal(FileChannel file) {
        this.file = file;
    }

    /** A new one in place of any that is there. */
    static Journal begin(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            return new Journal(FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    void asked(Kind kind, String key, String about) {
        write(ASKED, key, kind.name(), about);
    }

    void acknowledged(String key, String answer) {
        write(ACKNOWLEDGED, key, answer);
    }

    void refused(String key, String codes) {
        write(REFUSED, key, codes);
    }

    /** No answer, or one that does not tell whether it was done. */
    void unanswered(String key, String why) {
        write(UNANSWERED, key, why);
    }

    private synchronized void write(String... words) {
        var line = ByteBuffer.wrap((String.join(BETWEEN, words) + "\n").getBytes(UTF_8));
        try {
            while (line.hasRemaining()) {
                var written = file.write(line);
                assert written > 0;
            }
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the journal", e);
        }
    }

    /**
     * All writes, those with an answer in the order in which their answers came, the others behind them. A last line that
     * a crash cut off is no line: what it was about to tell had not happened yet, or is unknown.
     */
    static List<Entry> read(Path path) {
        try {
            var text = Files.readString(path, UTF_8);
            return entries(text.substring(0, text.lastIndexOf('\n') + 1));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static List<Entry> entries(String whole) {
        var open = new LinkedHashMap<String, Entry>();
        var answered = new ArrayList<Entry>();
        for (var line : whole.lines().toList()) {
            var words = line.split(BETWEEN, -1);
            var key = words[1];
            switch (words[0]) {
                case ASKED ->
                    open.putIfAbsent(key, new Entry(Kind.valueOf(words[2]), key, words[3], State.UNKNOWN, "", false));
                case UNANSWERED -> open.computeIfPresent(key, (same, entry) -> told(entry, State.UNKNOWN, "", true));
                default -> {
                    var entry = open.remove(key);
                    if (entry != null) {
                        var state = words[0].equals(REFUSED) ? State.REFUSED : State.ACKNOWLEDGED;
                        answered.add(told(entry, state, words[2], entry.doubted()));
                    }
                }
            }
        }
        answered.addAll(open.values());
        return answered;
    }

    private static Entry told(Entry entry, State state, String answer, boolean doubted) {
        return new Entry(entry.kind(), entry.key(), entry.about(), state, answer, doubted);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the journal", e);
        }
    }
}
