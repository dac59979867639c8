package org.lingbao.rules.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.identity.IdentityCheck.Invalid;
import org.lingbao.rules.identity.IdentityCheck.Valid;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;

/** What makes a citizen's number (公民身份号码, GB 11643), or a residence card's number of the same form. */
public final class IdentityRules {
    private final NumberLaw law;

    public IdentityRules(RuleFiles files) {
        law = NumberLaw.of(files);
    }

    /** Checks a number as typed. Blanks around it are not accepted: what is stored is what was checked. */
    public Explained<IdentityCheck> check(String number, LocalDate on) {
        var found = find(number, on);
        return new Explained<>(found, () -> trace(found, on));
    }

    private IdentityCheck find(String number, LocalDate on) {
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

    /** Tells nothing of the number but what came of it. */
    private Trace trace(IdentityCheck found, LocalDate on) {
        var outcome = switch (found) {
            case Valid valid -> "VALID";
            case Invalid invalid -> invalid.reasons().stream().map(Enum::name).collect(Collectors.joining(" "));
        };
        return Trace.of(
                "identity.check",
                law.checkDigit().citation().text(),
                Inputs.of("on", on),
                outcome,
                List.of(
                        law.checkDigit().trace(),
                        law.hmtResidence().trace(),
                        law.foreignPermanent().trace()));
    }
}
