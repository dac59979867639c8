package org.lingbao.rules.subsidy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.data.PerProvince;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.subsidy.Grant.AtLeast;
import org.lingbao.rules.subsidy.Grant.AtMost;
import org.lingbao.rules.subsidy.Grant.Fixed;
import org.lingbao.rules.subsidy.Grant.Reason;
import org.lingbao.rules.subsidy.Grant.Refused;
import org.lingbao.rules.subsidy.Grant.Unconfirmed;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * What government adds to a contribution or pays for a person. {@code on} is the day of asking: later publications are not yet known.
 * What nobody has confirmed is never a plain number.
 */
public final class SubsidyRules {
    private final PerProvince<ResidentLaw> resident;
    private final PerProvince<FlexibleLaw> flexible;

    public SubsidyRules(RuleFiles files) {
        resident = new PerProvince<>((province, scheme) -> ResidentLaw.of(files, province));
        flexible = new PerProvince<>((province, scheme) -> FlexibleLaw.of(files, province));
    }

    /**
     * What is added to a resident's contribution of a year (缴费补贴): by the province's own table, else the country's floor.
     *
     * @param tier the yearly tier (缴费档次)
     * @param day the day of the payment
     * @throws DataNotLoaded for a tier that is not in the table, or below the lowest of the country
     */
    public Explained<Grant> resident(Place place, Money tier, LocalDate day, LocalDate on) {
        var law = resident.of(place, Scheme.RESIDENT);
        var own = law.own();
        var table = (own == null ? law.floor() : own).at(day, on);
        var amount = (own == null ? table.value().from(tier) : table.value().exactly(tier))
                .orElseThrow(() -> new DataNotLoaded(place.code(), "subsidy for a tier of " + tier));
        var grant = own == null
                ? new AtLeast(amount, new Grant.Table(place.province().code() + "/" + ResidentLaw.OWN))
                : Grant.of(amount, table.status());
        return new Explained<>(
                grant,
                () -> Trace.of(
                        "subsidy.resident",
                        table.citation().text(),
                        Inputs.of("place", place).and("tier", tier).and("day", day),
                        outcome(grant),
                        List.of(table.trace())));
    }

    /**
     * What is paid a year for a person of a hardship group (代缴).
     *
     * @param place where the person is insured
     * @param day in the year that is paid for
     * @throws DataNotLoaded where nothing is known of the place
     */
    public Explained<Grant> sponsored(Place place, HardshipGroup group, LocalDate day, LocalDate on) {
        var law = resident.of(place, Scheme.RESIDENT);
        if (law.sponsored() == null || law.groups() == null) {
            throw new DataNotLoaded(place.code(), "sponsored contributions");
        }
        var amounts = law.sponsored().at(day, on);
        var groups = law.groups().at(day, on);
        var amount =
                amounts.value().in(place).orElseThrow(() -> new DataNotLoaded(place.code(), "sponsored contributions"));
        var grant = groups.value().contains(group)
                ? Grant.of(amount, amounts.status())
                : new Refused(List.of(new Reason.GroupNotSponsored(group, groups.citation())));
        return new Explained<>(
                grant,
                () -> Trace.of(
                        "subsidy.sponsored",
                        amounts.citation().text(),
                        Inputs.of("place", place).and("group", group).and("day", day),
                        outcome(grant),
                        List.of(amounts.trace(), groups.trace())));
    }

    /**
     * The subsidy of one month for a flexible worker in the employee scheme (灵活就业社会保险补贴).
     *
     * @throws DataNotLoaded for a month for which no rule is known
     */
    public Explained<Grant> flexible(Place place, Claim claim, LocalDate on) {
        return FlexibleSubsidy.of(flexible.of(place, Scheme.EMPLOYEE), claim, on);
    }

    static String outcome(Grant grant) {
        return switch (grant) {
            case Fixed fixed -> fixed.amount().toYuan();
            case AtLeast least -> "AT_LEAST " + least.amount() + " NOT_LOADED " + least.notLoaded();
            case AtMost most -> "AT_MOST " + most.amount();
            case Unconfirmed unconfirmed -> "UNCONFIRMED " + unconfirmed.amount();
            case Refused refused -> refused.reasons().stream().map(Reason::code).collect(Collectors.joining(" "));
        };
    }
}
