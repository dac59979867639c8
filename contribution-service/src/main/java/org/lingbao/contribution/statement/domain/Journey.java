package org.lingbao.contribution.statement.domain;

import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Place;

/**
 * Whether a month came or left by a transfer (关系转移).
 *
 * @param from the province that it came from; null: it was paid here
 * @param to the province that it was moved to; null: it is here
 */
public record Journey(@Nullable Place from, @Nullable Place to) {
    /** Paid here, and still here. */
    public static final Journey NONE = new Journey(null, null);
}
