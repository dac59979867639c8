package org.lingbao.contribution.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.rules.TermsQuery.Subject;
import org.lingbao.rules.contribution.Terms;
import org.lingbao.rules.data.Provision;
import org.lingbao.rules.value.Scheme;

/**
 * What part of the base is paid in a month (费率), and until when the month may be paid. Rates are factors: {@code 0.2} is 20 %.
 *
 * @param account the part of the base that is credited to the individual account; the rest of {@code pension} is pooled
 * @param medical where it is collected together
 * @param provisions where these stand written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RatesView(
        String place,
        Scheme scheme,
        YearMonth month,
        LocalDate on,
        String pension,
        String account,
        @Nullable String medical,
        LocalDate payableUntil,
        List<Provision> provisions) {

    static RatesView of(Subject subject, Terms terms) {
        var medical = terms.medicalRate();
        return new RatesView(
                subject.place().code(),
                subject.scheme(),
                subject.month(),
                subject.on(),
                terms.pensionRate().toString(),
                terms.accountRate().toString(),
                medical == null ? null : medical.toString(),
                terms.payableUntil(),
                Written.of(
                        terms,
                        "pension-rate",
                        "account-rate",
                        "medical-rate",
                        "contribution-rounding",
                        "payment-window",
                        "catch-up"));
    }
}
