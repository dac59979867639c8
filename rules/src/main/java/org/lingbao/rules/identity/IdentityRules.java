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
    private final DocumentLaw documents;

    public IdentityRules(RuleFiles files) {
        law = NumberLaw.of(files);
        documents = DocumentLaw.of(files);
    }

    /** Checks a number as typed. Blanks around it are not accepted: what is stored is what was checked. */
    public Explained<IdentityCheck> check(String number, LocalDate on) {
        var found = find(number, on);
        return new Explained<>(found, () -> trace(found, on));
    }

    /** Checks the number of a document of this kind as typed; as {@link #check}, it takes no blanks. */
    public Explained<DocumentCheck> document(DocumentKind kind, String number, LocalDate on) {
        var normalised = number.toUpperCase(Locale.ROOT);
        var form = documents.of(kind);
        if (form.isEmpty()) {
            var checked = check(number, on);
            return new Explained<>(ofKind(kind, checked.value()), checked::trace);
        }
        var found = DocumentLaw.find(kind, form.get().value(), normalised, on);
        return new Explained<>(
                found,
                () -> Trace.of(
                        "identity.document",
                        form.get().citation().text(),
                        Inputs.of("on", on).and("kind", kind),
                        switch (found) {
                            case DocumentCheck.Good _ -> "VALID";
                            case DocumentCheck.Bad(var reasons) ->
                                reasons.stream().map(Enum::name).collect(Collectors.joining(" "));
                        },
                        List.of(form.get().trace())));
    }

    private static DocumentCheck ofKind(DocumentKind kind, IdentityCheck checked) {
        return switch (checked) {
            case Valid valid
            when valid.kind().name().equals(kind.name()) ->
                new DocumentCheck.Good(kind, valid.number(), valid.birthDate(), valid.sex());
            case Valid _ -> new DocumentCheck.Bad(List.of(DocumentCheck.Reason.KIND));
            case Invalid(var reasons) ->
                new DocumentCheck.Bad(reasons.stream()
                        .map(reason -> DocumentCheck.Reason.valueOf(reason.name()))
                        .toList());
        };
    }

    /**
     * The number of 15 digits that a citizen's number goes back to (一代身份证号码), whether or not its holder ever had one: two numbers
     * with the same may be of one person.
     *
     * @param number valid
     */
    public String oldForm(String number) {
        return Form.old(number);
    }

    /**
     * The citizen's number that an old one of 15 digits became (升位): with the century and a check digit.
     *
     * @param number good
     */
    public String newForm(String number) {
        return law.withCheckDigit(Form.withCentury(number, documents.century()));
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
