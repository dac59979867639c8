package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.trace.Explained;

/** The rules by the names that vectors call them. */
final class Answers {
    static final Map<String, Answer> BY_RULE = Map.ofEntries(
            Map.entry("account.interest", AccountAnswer::interest),
            Map.entry("account.rate", AccountAnswer::rate),
            Map.entry("account.settlement", AccountAnswer::settlement),
            Map.entry("bridging.clear", BridgingAnswer::clear),
            Map.entry("bridging.convert", BridgingAnswer::convert),
            Map.entry("bridging.overlap-refund", BridgingAnswer::overlapRefund),
            Map.entry("capacity.full", CapacityAnswer::of),
            Map.entry("contribution.assess", ContributionAnswer::of),
            Map.entry("contribution.channels", ContributionAnswer::channels),
            Map.entry("contribution.medical-waiting", ContributionAnswer::medicalWaiting),
            Map.entry("contribution.resident-tiers", ContributionAnswer::residentTiers),
            Map.entry("contribution.resident-year", ContributionAnswer::residentYear),
            Map.entry("contribution.top-up", ContributionAnswer::topUp),
            Map.entry("deadline.add-working-days", DeadlineAnswer::workingDays),
            Map.entry("deadline.due", DeadlineAnswer::due),
            Map.entry("employment.contribution", EmploymentAnswer::contribution),
            Map.entry("employment.hire", EmploymentAnswer::hire),
            Map.entry("employment.injury", EmploymentAnswer::injury),
            Map.entry("employment.months", EmploymentAnswer::months),
            Map.entry("enrollment.applying", EnrollmentAnswer::applying),
            Map.entry("enrollment.decide", EnrollmentAnswer::of),
            Map.entry("forecast.pension", ForecastAnswer::of),
            Map.entry("identity.check", IdentityAnswer::of),
            Map.entry("pension.base-wage", PensionAnswer::baseWage),
            Map.entry("pension.counted-index", PensionAnswer::countedIndex),
            Map.entry("pension.monthly", PensionAnswer::monthly),
            Map.entry("pension.payout-months", PensionAnswer::payoutMonths),
            Map.entry("resident.basic-pension", PensionAnswer::residentBasic),
            Map.entry("resident.pension", PensionAnswer::resident),
            Map.entry("retirement.age", RetirementAnswer::of),
            Map.entry("shortfall.options", ShortfallAnswer::of),
            Map.entry("subsidy.flexible", SubsidyAnswer::flexible),
            Map.entry("subsidy.resident", SubsidyAnswer::resident),
            Map.entry("subsidy.sponsored", SubsidyAnswer::sponsored),
            Map.entry("transfer.benefit-place", TransferAnswer::benefitPlace),
            Map.entry("transfer.check-form", TransferAnswer::checkForm),
            Map.entry("transfer.funds", TransferAnswer::funds),
            Map.entry("transfer.one-off-paper", TransferAnswer::oneOffPaper),
            Map.entry("transfer.overlap", TransferAnswer::overlap),
            Map.entry("transfer.relation", TransferAnswer::relation));

    /** Translates a vector's input, asks the rule, translates its result. */
    @FunctionalInterface
    interface Answer {
        Explained<ObjectNode> of(Law law, Input input);
    }

    private Answers() {}

    /** The names of the rules, sorted. */
    static List<String> names() {
        return BY_RULE.keySet().stream().sorted().toList();
    }

    /** @throws Unanswered if there is no answer */
    static Explained<ObjectNode> explain(Law law, Answer answer, Input input) {
        try {
            return answer.of(law, input);
        } catch (DataNotLoaded missing) {
            throw new Unanswered("DATA_NOT_LOADED", missing);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException malformed) {
            throw new Unanswered(Unanswered.MALFORMED_INPUT, malformed);
        }
    }

    static ObjectNode ask(Law law, Answer answer, JsonNode input) {
        try {
            return explain(law, answer, new Input(input)).value();
        } catch (Unanswered none) {
            return object().put("error", none.code()).put("what", none.what());
        }
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
