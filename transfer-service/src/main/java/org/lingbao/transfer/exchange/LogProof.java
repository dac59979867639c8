package org.lingbao.transfer.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Proves a log of messages, line by line and without anything else but the trust list: who signed what, that answers
 * belong to their letters, and that of no case a letter is missing.
 */
final class LogProof {
    private final TrustList trust;
    private final String cell;
    private final Map<UUID, Message> messages = new HashMap<>();
    private final Map<Lane, Integer> judged = new HashMap<>();
    private long position;

    /** @param cell whose log it is: the province's code */
    LogProof(TrustList trust, String cell) {
        this.trust = trust;
        this.cell = cell;
    }

    /** The letters of one case in one direction, which are numbered. */
    private record Lane(String direction, String partner, UUID caseId) {}

    /** What was seen of a message. */
    private record Message(
            Envelope envelope, Lane lane, @Nullable Verdict verdict) {}

    /** How much was seen. @param waiting letters that were sent and have no verdict */
    record Sum(long in, long out, long waiting) {
        @Override
        public String toString() {
            return "%d letters in, %d letters out, %d of them without verdict yet".formatted(in, out, waiting);
        }
    }

    Sum sum() {
        return new Sum(
                messages.values().stream()
                        .filter(message -> message.verdict() != null && incoming(message))
                        .count(),
                messages.values().stream().filter(message -> !incoming(message)).count(),
                messages.values().stream()
                        .filter(message -> message.verdict() == null && !incoming(message))
                        .count());
    }

    private static boolean incoming(Message message) {
        return message.lane().direction().equals("IN");
    }

    /** What is wrong with the next line; nothing, when it proves itself. */
    List<String> check(String json) {
        var read = Wire.read(json, LogLine.class);
        if (read.isEmpty()) {
            return List.of("not a line of the log");
        }
        var line = read.get();
        var findings = new ArrayList<String>();
        if (line.position() <= position) {
            findings.add("its position does not follow the one before");
        }
        position = line.position();
        var lane = new Lane(line.direction(), line.partner(), line.caseId());
        if (line.envelope() != null) {
            envelope(line, line.envelope(), lane, findings);
        }
        var message = messages.get(line.messageId());
        if (message == null) {
            findings.add("an answer to a letter that is not in the log");
        } else {
            answer(line, message, findings);
        }
        return findings;
    }

    private void envelope(LogLine line, String signed, Lane lane, Collection<String> findings) {
        var read = Trust.envelope(signed);
        if (read.isEmpty()) {
            findings.add("its envelope cannot be read");
            return;
        }
        var envelope = read.get();
        Trust.doubts(signed, Envelope.TYPE, envelope.from(), envelope.sentAt(), trust, line.at())
                .forEach(doubt -> findings.add("envelope: " + doubt.inCatalogue()));
        if (!agree(line, envelope)) {
            findings.add("the line says otherwise than its envelope");
        }
        var before = messages.get(envelope.messageId());
        if (before == null) {
            messages.put(envelope.messageId(), new Message(envelope, lane, null));
            if (lane.direction().equals("OUT")) {
                follows(lane, envelope.sequence(), findings);
            }
        } else if (!same(before.envelope(), envelope) || !before.lane().equals(lane)) {
            findings.add("another letter under the same id");
        }
    }

    private boolean agree(LogLine line, Envelope envelope) {
        var incoming = line.direction().equals("IN");
        var other = incoming ? envelope.from() : envelope.to();
        var own = incoming ? envelope.to() : envelope.from();
        return (incoming || line.direction().equals("OUT"))
                && other.province().equals(line.partner())
                && own.province().equals(cell)
                && envelope.caseId().equals(line.caseId())
                && envelope.messageId().equals(line.messageId())
                && envelope.sequence() == line.sequence();
    }

    private static boolean same(Envelope first, Envelope again) {
        return first.digest().equals(again.digest())
                && first.caseId().equals(again.caseId())
                && first.sequence() == again.sequence()
                && first.documentType().equals(again.documentType());
    }

    private void answer(LogLine line, Message message, Collection<String> findings) {
        var receipts = new ArrayList<Receipt>();
        for (var signed : line.receipts()) {
            var receipt = Trust.receipt(signed);
            receipt.ifPresent(receipts::add);
            findings.addAll(receipt.map(read -> doubts(signed, read, message.envelope(), line.at()))
                    .orElse(List.of("a receipt cannot be read")));
        }
        var missing = receipts.stream().anyMatch(receipt -> receipt.kind() == Receipt.Kind.MISSING);
        var came = receipts.stream().anyMatch(receipt -> receipt.kind() == Receipt.Kind.RECEIVED);
        var verdict =
                receipts.stream().flatMap(receipt -> receipt.verdict().stream()).findFirst();
        if (verdict.isPresent() && came) {
            judge(message, verdict.get(), findings);
        } else if (incoming(message) && !missing || verdict.isPresent() || came) {
            findings.add("its receipts are not whole");
        }
    }

    private List<String> doubts(String signed, Receipt receipt, Envelope letter, Instant seen) {
        var doubts = new ArrayList<String>();
        Trust.doubts(signed, Receipt.TYPE, receipt.from(), receipt.at(), trust, seen)
                .forEach(doubt -> doubts.add("receipt: " + doubt.inCatalogue()));
        if (!receipt.answers(letter)) {
            doubts.add("a receipt of another letter");
        }
        return doubts;
    }

    private void judge(Message message, Verdict verdict, Collection<String> findings) {
        var before = message.verdict();
        if (before != null) {
            if (!before.equals(verdict)) {
                findings.add("another verdict than before");
            }
            return;
        }
        var sequence = message.envelope().sequence();
        if (incoming(message)) {
            follows(message.lane(), sequence, findings);
        }
        judged.merge(message.lane(), sequence, Math::max);
        messages.put(message.envelope().messageId(), new Message(message.envelope(), message.lane(), verdict));
    }

    /** A letter is taken, and another one sent, when the one before has its verdict. */
    private void follows(Lane lane, int sequence, Collection<String> findings) {
        var expected = judged.getOrDefault(lane, 0) + 1;
        if (sequence != expected) {
            findings.add("number %d of its case where %d is due".formatted(sequence, expected));
        }
    }
}
