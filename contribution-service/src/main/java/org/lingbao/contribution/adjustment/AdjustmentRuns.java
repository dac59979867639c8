package org.lingbao.contribution.adjustment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lingbao.contribution.adjustment.AdjustmentRun.LeftAlone;
import org.lingbao.contribution.sweep.Sweep;
import org.lingbao.contribution.sweep.Sweeps;
import org.lingbao.platform.problem.Catalogue;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.value.Money;

/** Shows how far adjustment runs are, the reasons in the reader's language. */
@ApplicationScoped
class AdjustmentRuns {
    private static final String REFUSED = "refused/";
    private static final String BILLS = "/bills";

    private final Sweeps sweeps;
    private final Catalogue catalogue;

    AdjustmentRuns(Sweeps sweeps, Catalogue catalogue) {
        this.sweeps = sweeps;
        this.catalogue = catalogue;
    }

    Uni<Optional<AdjustmentRun>> find(SqlClient client, UUID run, Locale language) {
        return sweeps.find(client, Sweep.Kind.ADJUSTMENT, run).map(found -> found.map(seen -> view(seen, language)));
    }

    private AdjustmentRun view(Sweeps.Seen seen, Locale language) {
        return new AdjustmentRun(
                seen.id(),
                seen.from(),
                seen.to(),
                seen.dry(),
                seen.status(),
                seen.buckets(),
                seen.bucketsDone(),
                seen.figure("bills"),
                seen.figure("months"),
                new Money(seen.figure("fen")).toYuan(),
                seen.figure("unpaid"),
                refused(seen, language),
                seen.startedAt(),
                seen.finishedAt());
    }

    private List<LeftAlone> refused(Sweeps.Seen seen, Locale language) {
        return seen.figures().fieldNames().stream()
                .filter(name -> name.startsWith(REFUSED) && name.endsWith(BILLS))
                .sorted()
                .map(name -> refused(seen, name.substring(0, name.length() - BILLS.length()), language))
                .toList();
    }

    /** @param name {@code refused/370700/TOP_UP_UNCONFIRMED} */
    private LeftAlone refused(Sweeps.Seen seen, String name, Locale language) {
        var slash = name.lastIndexOf('/');
        var place = name.substring(REFUSED.length(), slash);
        var code = Verdict.Code.valueOf(name.substring(slash + 1));
        var violation = violation(code, place);
        return new LeftAlone(
                place,
                code.name(),
                catalogue.detail(violation, language),
                catalogue.howToFix(violation, language),
                seen.figure(name + BILLS),
                seen.figure(name + "/months"),
                new Money(seen.figure(name + "/fen")).toYuan());
    }

    private static Violation violation(Verdict.Code code, String place) {
        return switch (code) {
            case OWED -> throw new IllegalStateException("what is owed is billed");
            case FINAL -> new Violation("PAID_MONTHS_FINAL").with("place", place);
            case TOP_UP_UNCONFIRMED -> new Violation("TOP_UP_UNCONFIRMED").with("place", place);
            case EXCESS_UNCONFIRMED -> new Violation("EXCESS_UNCONFIRMED").with("place", place);
            case NEVER_A_BASE -> new Violation("NEVER_A_BASE").with("place", place);
            case RULES_NOT_LOADED ->
                new Violation("RULES_NOT_LOADED").with("place", place).with("what", "employee/limits");
        };
    }
}
