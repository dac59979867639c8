package org.lingbao.contribution.interest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.math.RoundingMode;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.interest.InterestRun.Accounts;
import org.lingbao.contribution.sweep.Sweep;
import org.lingbao.contribution.sweep.Sweeps;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.Law;
import org.lingbao.rules.account.InterestMonth;
import org.lingbao.rules.account.InterestTerms;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.value.Place;

/** Takes the order to credit a year's interest, by the law as it is known today, or says every reason against it. */
@ApplicationScoped
class RunInterest {
    private static final String WHOLE_PROVINCE = "0000";

    private final Sweeps sweeps;
    private final BusinessDay day;
    private final Place province;

    RunInterest(Sweeps sweeps, BusinessDay day, @ConfigProperty(name = "lingbao.cell") String cell) {
        this.sweeps = sweeps;
        this.day = day;
        this.province = new Place(cell + WHOLE_PROVINCE);
    }

    /** What was ordered. @param from from which month credits bear interest, where the law does not say it */
    record Order(
            Accounts accounts,
            Year year,
            boolean dry,
            @Nullable InterestMonth from) {}

    Uni<Response> handle(@Nullable String idempotencyKey, Object request, Order order) {
        var terms = terms(order);
        var reasons = order.accounts() == Accounts.RESIDENT ? ofResidents(order) : reasons(order, terms);
        var refused = reasons.isEmpty()
                ? Optional.<Answer>empty()
                : Optional.of(Answer.refused(Problem.unprocessable("interest-run-refused", reasons)));
        return sweeps.order(
                idempotencyKey,
                request,
                sweep(order, terms),
                _ -> Uni.createFrom().item(refused),
                InterestRun.View::of);
    }

    private Sweep sweep(Order order, Optional<InterestTerms> terms) {
        return new Sweep(
                Ids.next(),
                Sweep.Kind.INTEREST,
                order.year().atMonth(Month.JANUARY),
                order.year().atMonth(Month.DECEMBER),
                order.dry(),
                day.today(),
                terms.map(known -> said(order, known)).orElseGet(JsonObject::new));
    }

    private static JsonObject said(Order order, InterestTerms terms) {
        var from = terms.from() == null ? order.from() : terms.from();
        var said = new JsonObject()
                .put("rate", terms.rate().rate().value().toPlainString())
                .put("provisional", terms.rate().provisional());
        return from == null ? said : said.put("from", from.name());
    }

    private Optional<InterestTerms> terms(Order order) {
        try {
            return Optional.of(
                    Law.standard().account().terms(order.year(), day.today()).value());
        } catch (DataNotLoaded e) {
            return Optional.empty();
        }
    }

    /** What interest of residents is reckoned with is each province's to say, and no province's is loaded whole. */
    private List<Violation> ofResidents(Order order) {
        var reasons = notOver(order);
        reasons.add(new Violation("RESIDENT_INTEREST_NOT_LOADED")
                .with("year", order.year())
                .with("province", province.code())
                .with("what", missingOfResidents(order.year()))
                .at("/scheme"));
        return List.copyOf(reasons);
    }

    private String missingOfResidents(Year year) {
        try {
            var rate = Law.standard().account().residentRate(province, year, day.today());
            return "resident/interest-method beside the rate " + rate.value().rate();
        } catch (DataNotLoaded e) {
            return e.what();
        }
    }

    /** The database reckons with half a fen up and nothing else. */
    private List<Violation> reasons(Order order, Optional<InterestTerms> terms) {
        var reasons = notOver(order);
        if (terms.isEmpty()) {
            reasons.add(new Violation("INTEREST_RATE_NOT_LOADED")
                    .with("year", order.year())
                    .at("/year"));
        }
        terms.filter(known -> known.rounding() != RoundingMode.HALF_UP)
                .ifPresent(known ->
                        reasons.add(new Violation("INTEREST_ROUNDING_NOT_KNOWN").with("rounding", known.rounding())));
        terms.map(InterestTerms::from)
                .filter(lawful -> order.from() != null && order.from() != lawful)
                .ifPresent(lawful -> reasons.add(new Violation("INTEREST_MONTH_IS_SET")
                        .with("month", lawful)
                        .at("/creditsBearInterestFrom")));
        return List.copyOf(reasons);
    }

    private List<Violation> notOver(Order order) {
        var reasons = new ArrayList<Violation>();
        if (order.year().getValue() >= day.today().getYear()) {
            reasons.add(new Violation("INTEREST_YEAR_NOT_OVER")
                    .with("year", order.year())
                    .at("/year"));
        }
        return reasons;
    }
}
