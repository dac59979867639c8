package org.lingbao.contribution.insured;

import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Place;

/**
 * A relation (参保关系) as this service knows it.
 *
 * @param from the first month that may be paid
 * @param to the last month of one that ends; null while it goes on
 * @param lastPayable the last one, where the law sets an end
 * @param flexible whether the person pays, not an employer
 * @param sealed whether a transfer has sealed the account
 * @param paused whether the person has paused the month that was asked about
 */
public record Relation(
        UUID id,
        Place place,
        YearMonth from,
        @Nullable YearMonth to,
        @Nullable YearMonth lastPayable,
        boolean flexible,
        boolean sealed,
        boolean paused) {}
