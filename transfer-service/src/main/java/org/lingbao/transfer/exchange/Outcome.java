package org.lingbao.transfer.exchange;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of one try to send a letter. */
sealed interface Outcome {
    /** The partner has it, and has said what for ever. */
    record Judged(Verdict verdict, List<String> receipts) implements Outcome {}

    /** It waits and is tried again. @param codes why */
    record Waits(List<String> codes, List<String> receipts) implements Outcome {}

    /** Nobody is there, or nobody who can take anything now; all letters to the partner wait. */
    record Away() implements Outcome {}

    /** Reads an answer. Only what the partner has signed counts, and only about this letter. */
    static Outcome of(Packed sent, Road.Answer answer, TrustList trust) {
        return switch (answer) {
            case Road.Answer.Nobody _ -> new Away();
            case Road.Answer.Later _ -> new Away();
            case Road.Answer.Said(var receipts) -> said(sent, receipts, trust);
        };
    }

    private static Outcome said(Packed sent, List<String> signed, TrustList trust) {
        var receipts = Trust.receipts(signed, sent.envelope().to(), trust);
        var about = receipts.stream()
                .filter(receipt -> receipt.answers(sent.envelope()))
                .toList();
        var verdict =
                about.stream().flatMap(receipt -> receipt.verdict().stream()).findFirst();
        if (verdict.isPresent() && about.stream().anyMatch(receipt -> receipt.kind() == Receipt.Kind.RECEIVED)) {
            return new Judged(verdict.get(), about(sent, signed, trust));
        }
        if (about.stream().anyMatch(receipt -> receipt.kind() == Receipt.Kind.MISSING)) {
            return new Waits(List.of(Refusal.DOCUMENT_GONE.inCatalogue()), about(sent, signed, trust));
        }
        return refusal(sent, receipts)
                .map(codes -> new Waits(codes, List.of()))
                .orElseGet(() -> new Waits(List.of(Refusal.RECEIPT_NOT_TRUSTED.inCatalogue()), List.of()));
    }

    /** Only these are kept: the log is for ever, and whatever else was sent along is nobody's word. */
    private static List<String> about(Packed sent, List<String> signed, TrustList trust) {
        return signed.stream()
                .filter(one -> Trust.receipts(List.of(one), sent.envelope().to(), trust).stream()
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
