package org.lingbao.transfer.insured;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known here of a person in a place.
 *
 * @param relation whether the person has a live relation of the employee scheme there
 * @param firstPaidOn the day of the first payment there; null where nothing was paid yet
 */
public record Insured(boolean relation, @Nullable LocalDate firstPaidOn) {}
