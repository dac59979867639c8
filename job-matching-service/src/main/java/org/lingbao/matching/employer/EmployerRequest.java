package org.lingbao.matching.employer;

import org.jspecify.annotations.Nullable;
import org.lingbao.matching.wire.PlainText;
import org.lingbao.personal.PhoneNumber;

/**
 * What an employer says of itself; which one it is, the token says.
 *
 * @param name of a company; a household has none here
 * @param contact a company's telephone; it is kept sealed
 */
record EmployerRequest(
        @PlainText(max = 100) @Nullable String name,
        @Nullable PhoneNumber contact) {}
