package org.lingbao.transfer.transfer;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.lingbao.rules.deadline.Deadline;
import org.lingbao.rules.transfer.AccountBalances;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.transfer.transfer.domain.CaseId;
import org.lingbao.transfer.transfer.domain.Clock;
import org.lingbao.transfer.transfer.domain.Ending;
import org.lingbao.transfer.transfer.domain.Form;
import org.lingbao.transfer.transfer.domain.Move;
import org.lingbao.transfer.transfer.domain.PersonId;
import org.lingbao.transfer.transfer.domain.Reason;
import org.lingbao.transfer.transfer.domain.SettlementReference;
import org.lingbao.transfer.transfer.domain.TransferIn;
import org.lingbao.transfer.transfer.domain.TransferOut;

/** One month paid in Dalian, and every state that a case of it can be in. */
final class Samples {
    static final Place DALIAN = new Place("210200");
    static final Place WEIFANG = new Place("370700");
    static final Money TOTAL = Money.yuan("914.60");
    static final Form FORM = new Form(
            new AccountBalances(Money.ZERO, Money.ZERO, Money.yuan("365.84")),
            Money.yuan("365.84"),
            Money.yuan("548.76"),
            TOTAL,
            1,
            List.of(new Form.Row(
                    DALIAN,
                    YearMonth.of(2026, 9),
                    YearMonth.of(2026, 9),
                    Money.yuan("4573.00"),
                    Money.yuan("365.84"))));
    static final String FORM_JSON = """
            {"before1998": "0.00", "lastYearEnd": "0.00", "currentYear": "365.84", "account": "365.84",
             "pooled": "548.76", "total": "914.60", "contributionMonths": 1,
             "rows": [{"place": "210200", "from": "2026-09", "to": "2026-09", "monthlyBase": "4573.00",
                       "closingBalance": "365.84"}]}""";

    private static final Move MOVE = move(new CaseId(new UUID(1, 2)));
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final List<Reason> REASONS = List.of(new Reason("ACCOUNT_SUM"), new Reason("FUNDS_RECEIVED"));
    private static final SettlementReference REFERENCE = new SettlementReference("21-20261008-0000000001");
    private static final Clock PLAIN = new Clock(Deadline.TRANSFER_FORM, DAY, List.of(), false);
    private static final Clock STOPPED = new Clock(
            Deadline.TRANSFER_COMPLETION,
            DAY,
            List.of(new Clock.Stop(DAY, DAY.plusDays(3)), new Clock.Stop(DAY.plusDays(5), null)),
            true);

    static final List<TransferIn> IN = List.of(
            new TransferIn.Applied(MOVE, PLAIN),
            new TransferIn.LetterSent(MOVE, PLAIN, false),
            new TransferIn.LetterSent(MOVE, STOPPED, true),
            new TransferIn.LetterReturned(MOVE, REASONS),
            new TransferIn.FormReceived(MOVE, FORM, PLAIN),
            new TransferIn.FundsReceived(MOVE, FORM, PLAIN),
            new TransferIn.Mismatch(MOVE, FORM, Money.yuan("0.01"), REASONS, STOPPED),
            new TransferIn.Crediting(MOVE, FORM, TOTAL, STOPPED),
            new TransferIn.Restoring(MOVE, new Ending.Refused(REASONS)),
            new TransferIn.Ended(MOVE, new Ending.Cancelled()),
            new TransferIn.Completed(MOVE, FORM));

    static final List<TransferOut> OUT = List.of(
            new TransferOut.LetterReceived(MOVE, PLAIN),
            new TransferOut.FormSent(MOVE, FORM, STOPPED),
            new TransferOut.FormReturned(MOVE, REASONS, PLAIN),
            new TransferOut.FundsReleasing(MOVE, FORM, PLAIN),
            new TransferOut.FundsSent(MOVE, FORM, REFERENCE, List.of(), PLAIN),
            new TransferOut.FundsSent(MOVE, FORM, REFERENCE, REASONS, STOPPED),
            new TransferOut.Restoring(MOVE, new Ending.Cancelled()),
            new TransferOut.Ended(MOVE, new Ending.Refused(REASONS)),
            new TransferOut.Completed(MOVE, FORM));

    private Samples() {}

    static Move move(CaseId id) {
        return new Move(id, new PersonId(new UUID(3, 4)), DALIAN, WEIFANG);
    }
}
