package org.lingbao.transfer.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of one try to send a letter. */
sealed interface Outcome {
    /** The partner has it, and has said what for ever. */
    record Judged(Verdict verdict, List<String> receipts) implements Outcome {}

    /** It waits and is tried again. @param codes why */
    record Waits(List<String> codes, List<String> receipts) implements Outcome {}

    /** Somebody is there and cannot take this letter now; another one it may take. */
    record Busy() implements Outcome {}

    /** Nobody is there; all letters to the partner wait. */
    record Away() implements Outcome {}

    /** It was not sent: since it was read somebody else has sent it, or put it off. */
    record NotDue() implements Outcome {}

    /** Reads an answer. Only what the partner has signed counts, and only about this letter. */
    static Outcome of(Packed sent, Road.Answer answer, TrustList trust, Instant now) {
        return switch (answer) {
            case Road.Answer.Nobody _ -> new Away();
            case Road.Answer.Later _ -> new Busy();
            case Road.Answer.Said(var receipts) -> said(sent, receipts, trust, now);
        };
    }

    private static Outcome said(Packed sent, List<String> signed, TrustList trust, Instant now) {
        var receipts = Trust.receipts(signed, sent.envelope().to(), trust, now);
        var about = receipts.stream()
                .filter(receipt -> receipt.answers(sent.envelope()))
                .toList();
        var verdict =
                about.stream().flatMap(receipt -> receipt.verdict().stream()).findFirst();
        if (verdict.isPresent() && about.stream().anyMatch(receipt -> receipt.kind() == Receipt.Kind.RECEIVED)) {
            return new Judged(verdict.get(), about(sent, signed, trust, now));
        }
        if (about.stream().anyMatch(receipt -> receipt.kind() == Receipt.Kind.MISSING)) {
            return new Waits(List.of(Refusal.DOCUMENT_GONE.inCatalogue()), about(sent, signed, trust, now));
        }
        return refusal(sent, receipts)
                .map(codes -> new Waits(codes, List.of()))
                .orElseGet(() -> new Waits(List.of(Refusal.RECEIPT_NOT_TRUSTED.inCatalogue()), List.of()));
    }

    /** Only these are kept: the log is for ever, and whatever else was sent along is nobody's word. */
    private static List<String> about(Packed sent, List<String> signed, TrustList trust, Instant now) {
        return signed.stream()
                .filter(one -> Trust.receipts(List.of(one), sent.envelope().to(), trust, now).stream()
                        .anyMatch(receipt -> receipt.answers(sent.envelope())))
                .toList();
    }

    /** The partner could not open or trust what came over the wire; it may tomorrow, when keys are known. */
    private static Optional<List<String>> refusal(Packed sent, List<Receipt> receipts) {
        var posted = Digest.of(sent.posted());
        return receipts.stream()
                .filter(receipt -> posted.equals(receipt.refused()))
                .map(Receipt::codes)
                .flatMap(Stream::of)
                .findFirst();
    }
}
