package org.lingbao.transfer.transfer.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.lingbao.rules.Law;
import org.lingbao.rules.deadline.Deadline;
import org.lingbao.rules.transfer.AccountBalances;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/** A worker who has paid three months in Shenyang and moves to Weifang. */
final class Cases {
    static final Place SHENYANG = new Place("210100");
    static final Place WEIFANG = new Place("370700");
    static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    static final Moment TODAY = on(DAY);
    static final CaseId CASE = new CaseId(new UUID(0, 1));
    static final Move MOVE = new Move(CASE, new PersonId(new UUID(0, 2)), SHENYANG, WEIFANG);
    static final Document.ContactLetter LETTER =
            new Document.ContactLetter(new Subject("210102199001010012"), SHENYANG, WEIFANG, new Payee("Weifang 1"));
    static final SettlementReference REFERENCE = new SettlementReference("S1");
    static final List<Reason> REASONS = List.of(new Reason("RELATION_NOT_STOPPED"));
    static final Clock CLOCK = Clock.from(Deadline.TRANSFER_FORM, DAY);
    static final Form FORM = form("960.00", "1440.00", "2400.00", 3);
    static final Document.FundNotice NOTICE = new Document.FundNotice(FORM.account(), FORM.pooled(), REFERENCE);
    static final Document.Completion COMPLETION =
            new Document.Completion(FORM.account(), FORM.pooled(), FORM.contributionMonths());

    /** One of each kind that there is, and of receipts both verdicts for every document. */
    static final List<Input> INPUTS = Stream.<Input>concat(
                    Stream.<Input>of(
                            new Command.SendLetter(LETTER),
                            new Command.Refuse(REASONS),
                            new Command.Cancel(),
                            new Command.Recheck(),
                            new Command.Correct(),
                            new Command.Supplement(),
                            LETTER,
                            new Document.InformationForm(FORM),
                            NOTICE,
                            COMPLETION,
                            new Document.Clarification(REASONS),
                            new Document.Refusal(REASONS),
                            new Document.Cancellation(),
                            new Answer.AccountSealed(FORM),
                            new Answer.SealRefused(REASONS),
                            new Answer.FundsReleased(REFERENCE),
                            new Answer.FundsArrived(FORM.total()),
                            new Answer.RightsCredited(),
                            new Answer.CreditRefused(REASONS),
                            new Answer.AccountRestored(),
                            new Input.DayBegan()),
                    Stream.of(DocumentType.values())
                            .flatMap(type -> Stream.of(accepted(type), rejected(type, Reason.NOT_NOW))))
            .toList();

    private Cases() {}

    static Moment on(LocalDate day) {
        return new Moment(day, Law.standard());
    }

    /** Three months on 4000 yuan; items 4 to 6 and the months as stated. */
    static Form form(String account, String pooled, String total, int months) {
        return form(account, pooled, total, months, row(1, 3));
    }

    static Form form(String account, String pooled, String total, int months, Form.Row... rows) {
        return new Form(
                new AccountBalances(Money.ZERO, Money.yuan("640.00"), Money.yuan("320.00")),
                Money.yuan(account),
                Money.yuan(pooled),
                Money.yuan(total),
                months,
                List.of(rows));
    }

    static Form.Row row(int from, int to) {
        return new Form.Row(
                SHENYANG,
                YearMonth.of(2026, from),
                YearMonth.of(2026, to),
                Money.yuan("4000.00"),
                Money.yuan("960.00"));
    }

    static Receipt accepted(DocumentType document) {
        return new Receipt(new Sequence(1), document, new Receipt.Verdict.Accepted());
    }

    static Receipt rejected(DocumentType document, Reason... reasons) {
        return new Receipt(new Sequence(1), document, new Receipt.Verdict.Rejected(List.of(reasons)));
    }
}
