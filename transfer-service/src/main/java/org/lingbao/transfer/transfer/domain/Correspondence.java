package org.lingbao.transfer.transfer.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * The messages of one case between two cells, as one of them counts them: so it knows what is new, what it has had before
 * and what came too early. It outlives a letter that opened no case.
 *
 * @param sent how many messages this side has written
 * @param heard how many of them have their receipt
 * @param given the receipts for what came in, in its order
 */
public record Correspondence(int sent, int heard, List<Receipt> given) {
    public static final Correspondence NONE = new Correspondence(0, 0, List.of());

    public Correspondence {
        given = List.copyOf(given);
        if (heard < 0 || heard > sent) {
            throw new IllegalArgumentException(heard + " receipts for " + sent + " messages");
        }
    }

    /** What a message is to this side. */
    public sealed interface Arrival {
        /** The next one: to be worked on. */
        record Next() implements Arrival {}

        /** Had before: nothing is done, and the receipt is the same. */
        record Repeated(Receipt receipt) implements Arrival {}

        /** Others are missing before it: not taken, the sender is asked to send from there on. */
        record Early(Sequence expected) implements Arrival {}
    }

    public Arrival arrivalOf(Sequence sequence) {
        var expected = given.size() + 1;
        if (sequence.value() > expected) {
            return new Arrival.Early(new Sequence(expected));
        }
        return sequence.value() == expected
                ? new Arrival.Next()
                : new Arrival.Repeated(given.get(sequence.value() - 1));
    }

    /** @throws IllegalArgumentException unless the receipt is for the next message */
    public Correspondence answered(Receipt receipt) {
        if (receipt.sequence().value() != given.size() + 1) {
            throw new IllegalArgumentException("not the next receipt: " + receipt);
        }
        return new Correspondence(
                sent, heard, Stream.concat(given.stream(), Stream.of(receipt)).toList());
    }

    /** The number of the next message that this side writes. */
    public Sequence next() {
        return new Sequence(sent + 1);
    }

    /** With one more message written. */
    public Correspondence written() {
        return new Correspondence(sent + 1, heard, given);
    }

    /** Whether this is the receipt that is waited for; of all others nothing is to be thought. */
    public boolean awaits(Receipt receipt) {
        return heard < sent && receipt.sequence().value() == heard + 1;
    }

    /** With one more receipt. */
    public Correspondence heardOf() {
        return new Correspondence(sent, heard + 1, given);
    }
}
