package org.lingbao.rules.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.identity.IdentityCheck.Invalid;
import org.lingbao.rules.identity.IdentityCheck.Valid;

/** What makes a citizen's number (公民身份号码, GB 11643), or a residence card's number of the same form. */
public final class IdentityRules {
    private final NumberLaw law;

    public IdentityRules(RuleFiles files) {
        law = NumberLaw.of(files);
    }

    /** Checks a number as typed. Blanks around it are not accepted: what is stored is what was checked. */
    public IdentityCheck check(String number, LocalDate on) {
        if (!Form.NUMBER.matcher(number).matches()) {
            return new Invalid(List.of(IdentityCheck.Reason.FORMAT));
        }
        var normalised = number.toUpperCase(Locale.ROOT);
        if (!law.checkDigitHolds(normalised)) {
            return new Invalid(List.of(IdentityCheck.Reason.CHECK_DIGIT));
        }
        return Form.birthDate(normalised)
                .filter(birthDate -> !birthDate.isAfter(on))
                .<IdentityCheck>map(birthDate -> valid(normalised, birthDate))
                .orElseGet(() -> new Invalid(List.of(IdentityCheck.Reason.BIRTH_DATE)));
    }

    private Valid valid(String number, LocalDate birthDate) {
        var kind = law.kindOf(number);
        var division =
                kind == IdentityCheck.Kind.FOREIGN_PERMANENT ? Form.provinceOfCard(number) : Form.addressOf(number);
        return new Valid(number, kind, Form.sexOf(number), birthDate, division);
    }
}
