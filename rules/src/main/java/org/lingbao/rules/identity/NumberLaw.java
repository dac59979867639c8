package org.lingbao.rules.identity;

import java.util.List;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.identity.IdentityCheck.Kind;

/** What the national standard fixes: the check digit's weights, and how the cards of each kind begin. Read once. */
record NumberLaw(CheckDigit checkDigit, Beginnings beginnings) {
    static final NumberLaw LOADED = new NumberLaw(
            RuleFiles.national("identity/check-digit", CheckDigit::read)
                    .latest()
                    .value(),
            RuleFiles.national("identity/card-beginnings", Beginnings::read)
                    .latest()
                    .value());

    /** @param characters the check digit by the remainder of the weighted sum */
    private record CheckDigit(List<Integer> weights, String characters) {
        static CheckDigit read(RuleValue value) {
            var table = value.keys("weights", "characters");
            var weights = table.words("weights").stream().map(Integer::valueOf).toList();
            return new CheckDigit(weights, table.entry("characters"));
        }
    }

    private record Beginnings(List<String> hmtResidence, List<String> foreignPermanent) {
        static Beginnings read(RuleValue value) {
            var table = value.keys(Kind.HMT_RESIDENCE.name(), Kind.FOREIGN_PERMANENT.name());
            return new Beginnings(table.words(Kind.HMT_RESIDENCE.name()), table.words(Kind.FOREIGN_PERMANENT.name()));
        }
    }

    boolean checkDigitHolds(String number) {
        var sum = 0;
        var position = 0;
        for (int weight : checkDigit.weights) {
            sum += weight * Character.digit(number.charAt(position), 10);
            position++;
        }
        return number.charAt(position) == checkDigit.characters.charAt(sum % checkDigit.characters.length());
    }

    Kind kindOf(String number) {
        if (beginnings.hmtResidence.stream().anyMatch(number::startsWith)) {
            return Kind.HMT_RESIDENCE;
        }
        return beginnings.foreignPermanent.stream().anyMatch(number::startsWith)
                ? Kind.FOREIGN_PERMANENT
                : Kind.RESIDENT;
    }
}
