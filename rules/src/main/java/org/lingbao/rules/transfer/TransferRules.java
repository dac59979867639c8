package org.lingbao.rules.transfer;

import java.time.LocalDate;
import java.util.List;
import org.lingbao.rules.data.Citation;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.transfer.Takeover.Because;
import org.lingbao.rules.transfer.Takeover.NotNeeded;
import org.lingbao.rules.transfer.Takeover.Reason;
import org.lingbao.rules.transfer.Takeover.Refused;
import org.lingbao.rules.transfer.Takeover.TakenOver;
import org.lingbao.rules.transfer.Takeover.TemporaryAccount;
import org.lingbao.rules.value.Money;

/** Transfer of a relation between provinces (基本养老保险关系转移接续). {@code on} is the day of asking: later publications are not yet known. */
public final class TransferRules {
    private final TransferLaw law;

    public TransferRules(RuleFiles files) {
        law = TransferLaw.of(files);
    }

    /**
     * Who has the relation after a move: asked in the order drawing a pension, same province, hukou province, posting, age. The law is
     * that of the day of the first payment in the new place.
     */
    public Explained<Takeover> takeover(Mover mover) {
        var on = mover.firstPaidOn();
        var ages = law.temporaryFrom().at(on, on);
        var reachedOn = mover.birthDate().plusYears(ages.value().of(mover.sex()));
        var takeover = takeover(mover, reachedOn, ages.citation());
        return new Explained<>(
                takeover,
                () -> Trace.of(
                        "transfer.relation",
                        ages.citation().text(),
                        Inputs.of("newPlace", mover.newPlace())
                                .and("relationPlace", mover.relationPlace())
                                .and("firstPaidOn", on)
                                .and("age", ages.value().of(mover.sex()))
                                .and("reachedOn", reachedOn),
                        takeover.outcome(),
                        List.of(ages.trace())));
    }

    private static Takeover takeover(Mover mover, LocalDate reachedOn, Citation citation) {
        if (mover.drawingPension()) {
            return new Refused(List.of(new Reason.DrawingPension(citation)));
        }
        if (mover.staysInProvince()) {
            return new NotNeeded(citation);
        }
        if (mover.returnsToHukouProvince()) {
            return new TakenOver(Because.HUKOU_PROVINCE, citation);
        }
        if (mover.posted()) {
            return new TakenOver(Because.POSTING, citation);
        }
        return mover.firstPaidOn().isBefore(reachedOn)
                ? new TakenOver(Because.YOUNG_ENOUGH, citation)
                : new TemporaryAccount(reachedOn, citation);
    }

    /** Which province pays the pension (待遇领取地). Months of temporary accounts do not count; the order of segments does not matter. */
    public Explained<BenefitPlace> benefitPlace(Career career, LocalDate on) {
        return BenefitPlaceChoice.of(law, career, on);
    }

    /**
     * The money that goes with a relation of an ordinary account (一般账户).
     *
     * @param years what was paid in which year, several rows a year where the base changed
     * @throws org.lingbao.rules.data.DataNotLoaded for a year before there was a pension insurance
     */
    public Explained<TransferFunds> funds(AccountBalances balances, List<YearRow> years, LocalDate on) {
        return FundsSum.of(law, balances, years, on);
    }

    /**
     * The money of a temporary account (临时基本养老保险缴费账户): all of it, both parts with their interest.
     *
     * @param balance all contributions recorded there, with interest
     * @throws IllegalArgumentException for a negative balance
     */
    public Explained<TransferFunds> temporaryFunds(Money balance, LocalDate on) {
        if (balance.isNegative()) {
            throw new IllegalArgumentException("negative balance");
        }
        var rule = law.temporaryFrom().at(on, on);
        return new Explained<>(
                new TransferFunds(balance, Money.ZERO, balance),
                () -> Trace.of(
                        "transfer.temporary-funds",
                        rule.citation().text(),
                        Inputs.of("balance", balance),
                        balance,
                        List.of(rule.trace())));
    }

    /** Whether money moves at all (是否划转基金). Its status tells that nobody has confirmed it for the time of national pooling. */
    public Explained<Boolean> fundMovement(LocalDate on) {
        var moves = law.fundMovement().at(on, on);
        return new Explained<>(
                moves.value(),
                () -> Trace.of(
                        "transfer.fund-movement",
                        moves.citation().text(),
                        Inputs.of("on", on),
                        moves.value(),
                        List.of(moves.trace())));
    }

    /** What comes of months that two places paid for: they count once, and the closed relation returns the person's own payments. */
    public Explained<PaidOverlap> overlap(PaidTwice twice, LocalDate on) {
        var returned = law.overlapReturned().at(on, on);
        var months = Math.addExact(twice.keptMonths(), twice.closedMonths() - twice.overlapMonths());
        var refund = twice.of(returned.value());
        return new Explained<>(
                new PaidOverlap(twice.kept(), twice.closed(), months, refund, returned.status() == Status.UNCERTAIN),
                () -> Trace.of(
                        "transfer.overlap",
                        returned.citation().text(),
                        Inputs.of("kept", twice.kept())
                                .and("keptMonths", twice.keptMonths())
                                .and("closed", twice.closed())
                                .and("closedMonths", twice.closedMonths())
                                .and("overlapMonths", twice.overlapMonths())
                                .and("months", months),
                        refund,
                        List.of(returned.trace())));
    }

    /**
     * What the old place shows for months paid at once; without it they do not move, and the others do.
     *
     * @param paidOn the day of the payment
     * @throws IllegalArgumentException for negative months
     * @throws org.lingbao.rules.data.DataNotLoaded for a payment before there were transfers
     */
    public Explained<OneOffPaper> oneOffPaper(LocalDate paidOn, int months, LocalDate on) {
        if (months < 0) {
            throw new IllegalArgumentException("negative months: " + months);
        }
        var needed = law.oneOffPaper().at(paidOn, on);
        var paper = needed.value().of(months);
        return new Explained<>(
                paper,
                () -> Trace.of(
                        "transfer.one-off-paper",
                        needed.citation().text(),
                        Inputs.of("paidOn", paidOn).and("months", months),
                        paper,
                        List.of(needed.trace())));
    }

    /** Whether a received information form (信息表) agrees with itself and with the money; everything that does not, at once. */
    public Explained<FormCheck> checkForm(InformationForm form, LocalDate on) {
        return FormComparison.of(law, form, on);
    }
}
