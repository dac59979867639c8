package org.lingbao.rules.identity;

import java.util.List;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.identity.IdentityCheck.Kind;

/** What the national standard fixes: the check digit's weights, and how the cards of each kind begin. */
record NumberLaw(
        Version<CheckDigit> checkDigit, Version<List<String>> hmtResidence, Version<List<String>> foreignPermanent) {
    static NumberLaw of(RuleFiles files) {
        return new NumberLaw(
                files.national("identity/check-digit", CheckDigit::read).latest(),
                beginnings(files, "hmt-residence"),
                beginnings(files, "foreign-permanent"));
    }

    /** @param characters the check digit by the remainder of the weighted sum */
    record CheckDigit(List<Integer> weights, String characters) {
        static CheckDigit read(RuleValue value) {
            var table = value.keys("weights", "characters");
            var weights = table.words("weights").stream().map(Integer::valueOf).toList();
            return new CheckDigit(weights, table.entry("characters"));
        }
    }

    boolean checkDigitHolds(String number) {
        var digits = number.substring(0, checkDigit.value().weights.size());
        return number.equals(withCheckDigit(digits));
    }

    /** A number that lacks it, with it. */
    String withCheckDigit(String digits) {
        var digit = checkDigit.value();
        var sum = 0;
        var position = 0;
        for (int weight : digit.weights) {
            sum += weight * Character.digit(digits.charAt(position), 10);
            position++;
        }
        return digits + digit.characters.charAt(sum % digit.characters.length());
    }

    Kind kindOf(String number) {
        if (hmtResidence.value().stream().anyMatch(number::startsWith)) {
            return Kind.HMT_RESIDENCE;
        }
        return foreignPermanent.value().stream().anyMatch(number::startsWith) ? Kind.FOREIGN_PERMANENT : Kind.RESIDENT;
    }

    private static Version<List<String>> beginnings(RuleFiles files, String kind) {
        return files.national("identity/" + kind + "-beginnings", RuleValue::words)
                .latest();
    }
}
