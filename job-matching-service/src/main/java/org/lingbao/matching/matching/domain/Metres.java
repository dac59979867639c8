package org.lingbao.matching.matching.domain;

/** A distance. */
public record Metres(int value) {
    /** In whole kilometres, upwards: near enough to choose by, and too far to find a home by. */
    public Metres toKilometres() {
        return new Metres(Math.ceilDiv(value, 1000) * 1000);
    }
}
