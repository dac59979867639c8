package org.lingbao.enrollment.organisation.domain;

import java.util.Arrays;
import java.util.Optional;
import org.lingbao.rules.value.CreditCode;

/**
 * The code of an organisation: GB/T 2260 of six digits, a town's of nine, a community's of twelve (统计用区划代码), or an employer's
 * unified social credit code. Whether there is such an organisation says the tree.
 */
public record OrganisationCode(String code) {

    /** @throws IllegalArgumentException where it is formed like none */
    public OrganisationCode {
        if (levelOf(code).isEmpty()) {
            throw new IllegalArgumentException("no code of an organisation");
        }
    }

    public Level level() {
        return levelOf(code).orElseThrow();
    }

    private static Optional<Level> levelOf(CharSequence code) {
        return Arrays.stream(Level.values())
                .filter(level -> level.fits(code))
                .filter(level ->
                        level != Level.EMPLOYER || CreditCode.parse(code.toString()) instanceof CreditCode.Parsed.Valid)
                .findFirst();
    }

    /** The code alone. */
    @Override
    public String toString() {
        return code;
    }
}
