package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.Year;
import org.lingbao.rules.Law;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.transfer.AccountBalances;
import org.lingbao.rules.transfer.Career;
import org.lingbao.rules.transfer.FormCheck;
import org.lingbao.rules.transfer.FormCheck.Consistent;
import org.lingbao.rules.transfer.FormCheck.Inconsistent;
import org.lingbao.rules.transfer.InformationForm;
import org.lingbao.rules.transfer.Mover;
import org.lingbao.rules.transfer.PaidTwice;
import org.lingbao.rules.transfer.Segment;
import org.lingbao.rules.transfer.Takeover;
import org.lingbao.rules.transfer.Takeover.Refused;
import org.lingbao.rules.transfer.YearRow;
import org.lingbao.rules.value.Money;

/**
 * {@code transfer.relation}, {@code .benefit-place}, {@code .funds} and {@code .check-form}, all with what is known today, and
 * {@code .overlap} on a day.
 */
final class TransferAnswer {
    private TransferAnswer() {}

    static Explained<ObjectNode> relation(Law law, Input input) {
        var mover = new Mover(
                input.optionalPlace("hukou"),
                input.place("newPlace"),
                input.place("relationPlace"),
                input.date("birthDate"),
                input.constant(Sex.class, "sex"),
                input.date("firstPaidOn"),
                input.yes("posted"),
                input.yes("drawingPension"));
        return law.transfer().takeover(mover).map(TransferAnswer::answer);
    }

    private static ObjectNode answer(Takeover takeover) {
        var answer = Answers.object().put("outcome", takeover.outcome());
        if (takeover instanceof Refused(var reasons)) {
            var codes = answer.putArray("reasons");
            reasons.forEach(reason -> codes.add(reason.code()));
        }
        return answer;
    }

    static Explained<ObjectNode> benefitPlace(Law law, Input input) {
        var segments = input.list("segments", TransferAnswer::segment);
        var career = new Career(input.optionalPlace("hukou"), input.place("relationPlace"), segments);
        return law.transfer()
                .benefitPlace(career, LocalDate.MAX)
                .map(place -> Answers.object()
                        .put("place", place.province().code())
                        .put("ground", place.ground().name()));
    }

    private static Segment segment(Input input) {
        return new Segment(
                input.place("place"),
                input.month("from"),
                input.month("to"),
                input.number("months"),
                input.yes("temporary"));
    }

    static Explained<ObjectNode> funds(Law law, Input input) {
        var balances = new AccountBalances(
                input.money("preAccount1998"), input.money("balanceLastYearEnd"), input.money("currentYearPrincipal"));
        var years = input.list("years", row -> new YearRow(year(row), row.money("monthlyBase"), row.number("months")));
        return law.transfer()
                .funds(balances, years, LocalDate.MAX)
                .map(funds -> Answers.object()
                        .put("account", funds.account().toYuan())
                        .put("pooled", funds.pooled().toYuan())
                        .put("total", funds.total().toYuan()));
    }

    static Explained<ObjectNode> checkForm(Law law, Input input) {
        var items = input.nested("items");
        var rows = input.list(
                "rows", row -> new InformationForm.Row(year(row), row.number("months"), row.money("closingBalance")));
        var form = new InformationForm(
                new AccountBalances(items.money("1"), items.money("2"), items.money("3")),
                items.money("4"),
                items.money("5"),
                items.money("6"),
                input.number("contributionMonths"),
                rows,
                input.optional("fundsReceived", "amount in yuan", Money::yuan));
        return law.transfer().checkForm(form, LocalDate.MAX).map(TransferAnswer::answer);
    }

    static Explained<ObjectNode> oneOffPaper(Law law, Input input) {
        return law.transfer()
                .oneOffPaper(input.date("paidOn"), input.number("months"), input.date("on"))
                .map(paper -> Answers.object().put("paper", paper.name()));
    }

    static Explained<ObjectNode> overlap(Law law, Input input) {
        var twice = new PaidTwice(
                input.place("kept"),
                input.number("keptMonths"),
                input.place("closed"),
                input.number("closedMonths"),
                input.number("overlapMonths"),
                input.money("account"),
                input.money("pooled"));
        return law.transfer()
                .overlap(twice, input.date("on"))
                .map(settled -> Answers.object()
                        .put("kept", settled.kept().code())
                        .put("closed", settled.closed().code())
                        .put("months", settled.months())
                        .put("refund", settled.refund().toYuan())
                        .put("unconfirmed", settled.unconfirmed()));
    }

    private static ObjectNode answer(FormCheck check) {
        return switch (check) {
            case Consistent ignored -> Answers.object().put("ok", true);
            case Inconsistent(var reasons) -> {
                var answer = Answers.object().put("ok", false);
                var codes = answer.putArray("reasons");
                reasons.forEach(reason -> codes.add(reason.code()));
                yield answer;
            }
        };
    }

    private static Year year(Input row) {
        return Year.of(row.number("year"));
    }
}
