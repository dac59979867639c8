package org.lingbao.contribution.rules;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.rules.Law;
import org.lingbao.rules.contribution.Assessment;
import org.lingbao.rules.contribution.Choice;
import org.lingbao.rules.contribution.Period;
import org.lingbao.rules.trace.Explained;

/** What somebody thinks of choosing: a base or a tier, and a period that begins with the month asked for. */
class ChoiceQuery {
    @BeanParam
    TermsQuery terms = new TermsQuery();

    @QueryParam("period")
    @Parameter(required = true)
    @Nullable
    String period;

    @QueryParam("base")
    @Nullable
    String base;

    @QueryParam("tierPercent")
    @Nullable
    String tierPercent;

    /** A question to the law of contribution. */
    record Wish(Choice choice, LocalDate on) {
        Explained<Assessment> assess() {
            return Law.standard().contribution().assess(choice, on);
        }
    }

    /** @throws org.lingbao.platform.problem.ProblemException 400 with all that is wrong */
    Wish read(LocalDate today) {
        var query = new Query();
        var subject = terms.ask(query, today);
        var askedPeriod = query.code("period", period, Period.class);
        var askedBase = query.yuanIfAny("base", base);
        var askedTier = query.valueIfAny("tierPercent", tierPercent, Integer::valueOf, "a whole percent, such as 60");
        if (base != null && tierPercent != null) {
            query.wrong("tierPercent", "a base or a tier, not both");
        }
        query.refuseIfWrong();
        var asked = subject.get();
        return new Wish(
                new Choice(
                        asked.place(),
                        asked.scheme(),
                        asked.month(),
                        askedPeriod.get(),
                        askedBase.get().orElse(null),
                        askedTier.get().orElse(null)),
                asked.on());
    }
}
