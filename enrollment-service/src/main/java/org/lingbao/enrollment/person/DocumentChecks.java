package org.lingbao.enrollment.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingbao.personal.IdentityNumber;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.Law;
import org.lingbao.rules.identity.DocumentCheck.Bad;
import org.lingbao.rules.identity.DocumentCheck.Good;
import org.lingbao.rules.identity.DocumentKind;
import org.lingbao.rules.identity.IdentityCheck;
import org.lingbao.rules.identity.Sex;

/** What is wrong with documents of requests; all of it at once. */
final class DocumentChecks {
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);

    private static final Codes BIRTH_DATE =
            new Codes("IDENTITY_BIRTH_DATE_MISSING", "IDENTITY_BIRTH_DATE_DIFFERS", "/birthDate");
    private static final Codes SEX = new Codes("IDENTITY_SEX_MISSING", "IDENTITY_SEX_DIFFERS", "/sex");

    private DocumentChecks() {}

    /** What is said of something that is not stated, or otherwise than the number tells. */
    private record Codes(String missing, String differs, String pointer) {}

    /** A document, and what is known with it. */
    record Holder(Document document, LocalDate birthDate, Sex sex) {}

    /**
     * The document, if there can be one with this number.
     *
     * @param kind null: as the number says
     * @param violations where everything goes that is wrong with it
     */
    static Optional<Good> check(
            @Nullable DocumentKind kind,
            String number,
            @Nullable String country,
            LocalDate on,
            List<Violation> violations) {
        if (kind == null) {
            return Numbers.check(number, on, violations).map(DocumentChecks::good);
        }
        if ((kind == DocumentKind.PASSPORT) != (country != null)) {
            violations.add(new Violation(country == null ? "IDENTITY_COUNTRY_MISSING" : "IDENTITY_COUNTRY_UNFIT")
                    .at("/country"));
        } else if (country != null && !COUNTRIES.contains(country)) {
            violations.add(new Violation("IDENTITY_COUNTRY_UNKNOWN")
                    .with("country", country)
                    .at("/country"));
        }
        return switch (Law.standard().identity().document(kind, number, on).value()) {
            case Good good -> Optional.of(good);
            case Bad(var reasons) -> {
                reasons.forEach(reason -> violations.add(new Violation(
                                switch (reason) {
                                    case FORMAT -> "IDENTITY_DOCUMENT_FORMAT";
                                    case CHECK_DIGIT -> "IDENTITY_NUMBER_CHECK_DIGIT";
                                    case BIRTH_DATE -> "IDENTITY_NUMBER_BIRTH_DATE";
                                    case KIND -> "IDENTITY_KIND_DIFFERS";
                                })
                        .at("/identityNumber")));
                yield Optional.empty();
            }
        };
    }

    private static Good good(IdentityCheck.Valid valid) {
        return new Good(DocumentKind.valueOf(valid.kind().name()), valid.number(), valid.birthDate(), valid.sex());
    }

    /** Who registers with a document: a valid one, with birth date and sex, which a number may not tell. */
    static Optional<Holder> holder(RegisterRequest request, LocalDate on, List<Violation> violations) {
        var kind = request.kind();
        if (kind == DocumentKind.OLD_RESIDENT) {
            violations.add(new Violation("IDENTITY_KIND_INVALID").at("/identityKind"));
        }
        var found = check(kind, request.identityNumber(), request.country(), on, violations);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var good = found.get();
        var birthDate = told(good.birthDate(), request.birthDate(), BIRTH_DATE, violations);
        var sex = told(good.sex(), request.statedSex(), SEX, violations);
        if (birthDate != null && birthDate.isAfter(on)) {
            violations.add(new Violation("IDENTITY_NUMBER_BIRTH_DATE").at("/birthDate"));
        }
        return birthDate == null || sex == null
                ? Optional.empty()
                : Optional.of(new Holder(document(good, request.country()), birthDate, sex));
    }

    static Document document(Good good, @Nullable String country) {
        return new Document(good.kind(), country, new IdentityNumber(good.number()));
    }

    /** By the number, where it tells; then nothing else may be stated. Else as stated. */
    private static <T> @Nullable T told(
            @Nullable T byNumber, @Nullable T stated, Codes codes, List<Violation> violations) {
        if (byNumber == null && stated == null) {
            violations.add(new Violation(codes.missing()).at(codes.pointer()));
        } else if (byNumber != null && stated != null && !byNumber.equals(stated)) {
            violations.add(new Violation(codes.differs()).at(codes.pointer()));
        }
        return byNumber == null ? stated : byNumber;
    }
}
