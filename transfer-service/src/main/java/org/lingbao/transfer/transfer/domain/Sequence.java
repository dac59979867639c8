package org.lingbao.transfer.transfer.domain;

/**
 * The place of a message among those of one case in one direction; the first is 1.
 *
 * @throws IllegalArgumentException for less
 */
public record Sequence(int value) {
    public Sequence {
        if (value < 1) {
            throw new IllegalArgumentException("messages are counted from 1, not " + value);
        }
    }
}
