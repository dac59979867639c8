package org.lingbao.rules.transfer;

import java.math.RoundingMode;
import java.util.Set;
import java.util.stream.Collectors;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.value.Rate;

/**
 * The national parameters of transfer.
 *
 * @param temporaryFrom from which age a new place opens a temporary account only
 * @param benefitPlaceMonths from how many months a province can become the benefit place
 * @param monthsWithoutHukou the same for those without a hukou
 * @param pooledRate what share of a year's bases moves from the pooled fund
 * @param fundMovement whether money moves at all
 * @param oneOffPaper what is shown for many months paid at once, by the day of the payment
 * @param overlapReturned what a closed relation returns of contributions that another place paid too
 */
record TransferLaw(
        Parameter<Ages> temporaryFrom,
        Parameter<Integer> benefitPlaceMonths,
        Parameter<Integer> monthsWithoutHukou,
        Parameter<Rate> pooledRate,
        Parameter<RoundingMode> rounding,
        Parameter<Boolean> fundMovement,
        Parameter<Set<FormCheck.Kind>> formChecks,
        Parameter<PaidTwice.Part> overlapReturned,
        Parameter<OneOffPaper.Needed> oneOffPaper) {

    static TransferLaw of(RuleFiles files) {
        return new TransferLaw(
                files.national("transfer/temporary-account-age", Ages::read),
                files.national("transfer/benefit-place-months", RuleValue::number),
                files.national("transfer/benefit-place-months-without-hukou", RuleValue::number),
                files.national("transfer/pooled-rate", value -> Rate.of(value.text())),
                files.national("transfer/rounding", value -> RoundingMode.valueOf(value.text())),
                files.national("transfer/fund-movement", TransferLaw::yesOrNo),
                files.national("transfer/form-checks", TransferLaw::checks),
                files.national("transfer/overlap-returned", value -> PaidTwice.Part.valueOf(value.text())),
                files.national("transfer/one-off-papers", OneOffPaper.Needed::read));
    }

    record Ages(int men, int women) {
        static Ages read(RuleValue value) {
            var table = value.keys(Sex.MALE.name(), Sex.FEMALE.name());
            return new Ages(
                    Integer.parseInt(table.entry(Sex.MALE.name())), Integer.parseInt(table.entry(Sex.FEMALE.name())));
        }

        int of(Sex sex) {
            return switch (sex) {
                case MALE -> men;
                case FEMALE -> women;
            };
        }
    }

    private static boolean yesOrNo(RuleValue value) {
        return switch (value.text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false expected, not " + value.text());
        };
    }

    private static Set<FormCheck.Kind> checks(RuleValue value) {
        return value.words().stream().map(FormCheck.Kind::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
