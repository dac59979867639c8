package org.lingbao.transfer.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.identity.Sex;
import org.lingbao.transfer.person.Identity;

/**
 * A contribution certificate (基本养老保险参保缴费凭证) as its holder shows it.
 *
 * @param verificationCode for {@code GET /verify/{code}}
 * @param holder whose it is; missing in the answer that issues it
 * @param place of enrollment, GB/T 2260
 * @param agency who issues it
 * @param balance of the individual account, in yuan
 * @param relationLives whether the person is still enrolled there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CertificateView(
        String number,
        String verificationCode,
        UUID personId,
        @Nullable Holder holder,
        String place,
        String agency,
        YearMonth from,
        YearMonth to,
        int months,
        String balance,
        boolean relationLives,
        LocalDate issuedOn) {

    /** Whose it is, whole: it is the person's own document. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Holder(
            String name,
            String identityNumber,
            Sex sex,
            @Nullable String hukou) {
        static Holder of(Identity identity) {
            return new Holder(
                    identity.name().reveal(), identity.identityNumber().reveal(), identity.sex(), identity.hukou());
        }

        /** Tells nothing: an answer may end up in a log. */
        @Override
        public String toString() {
            return "Holder[…]";
        }
    }

    /** What may be kept: nothing that tells whose it is. */
    static CertificateView of(Figures figures) {
        return view(figures, null);
    }

    static CertificateView of(Figures figures, Identity identity) {
        return view(figures, Holder.of(identity));
    }

    private static CertificateView view(Figures figures, @Nullable Holder holder) {
        return new CertificateView(
                figures.number(),
                figures.verificationCode(),
                figures.person(),
                holder,
                figures.place().code(),
                figures.place().name().orElse(figures.place().code()),
                figures.from(),
                figures.to(),
                figures.months(),
                figures.balance().toYuan(),
                figures.relationLives(),
                figures.issuedOn());
    }

    /** What the paper says to whoever holds it, and no more: nobody's name. */
    record Verification(
            String number, String place, YearMonth from, YearMonth to, int months, String balance, LocalDate issuedOn) {
        static Verification of(Figures figures) {
            return new Verification(
                    figures.number(),
                    figures.place().code(),
                    figures.from(),
                    figures.to(),
                    figures.months(),
                    figures.balance().toYuan(),
                    figures.issuedOn());
        }
    }
}
