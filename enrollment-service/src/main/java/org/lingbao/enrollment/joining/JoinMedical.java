package org.lingbao.enrollment.joining;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lingbao.enrollment.joining.domain.Decision.Accepted;
import org.lingbao.enrollment.standing.Riders;
import org.lingbao.enrollment.standing.domain.Months;
import org.lingbao.enrollment.standing.domain.PersonId;
import org.lingbao.enrollment.standing.domain.Relation;
import org.lingbao.enrollment.standing.domain.RelationId;
import org.lingbao.enrollment.standing.domain.Standing;
import org.lingbao.enrollment.standing.domain.Waiting;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.Citation;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.value.Scheme;

/**
 * Medical insurance that rides on the pension (随职工养老一并参加职工医保): with an application for the pension it is joined where the law of the
 * place collects both in one, and whoever has the pension alone joins it afterwards. It joins the transaction of the connection it is
 * given.
 */
@ApplicationScoped
class JoinMedical {
    private final Riders riders;

    JoinMedical(Riders riders) {
        this.riders = riders;
    }

    /** What the person is told of it: that it is joined, too, and from when it pays; nothing where the application has to do with neither. */
    Uni<List<Violation>> notices(SqlConnection transaction, Considered considered, Accepted accepted) {
        var beside = beside(considered);
        if (beside.isEmpty() && considered.application().scheme() != Scheme.MEDICAL) {
            return Uni.createFrom().item(List.of());
        }
        return riders.waiting(
                        transaction,
                        considered.person().id(),
                        considered.application().place(),
                        accepted.from(),
                        considered.on())
                .map(waiting -> Stream.concat(
                                beside.map(law -> joined(considered, accepted, law)).stream(),
                                waiting.map(JoinMedical::pays).stream())
                        .toList());
    }

    /** Opens what is joined beside the pension; either way it has what the pension has. */
    Uni<Void> open(SqlConnection transaction, Considered considered, Accepted accepted) {
        var person = considered.person().id();
        if (beside(considered).isPresent()) {
            var rider = new Relation(
                    new RelationId(Ids.next()),
                    new PersonId(person),
                    Scheme.MEDICAL,
                    considered.application().place(),
                    new Standing.Flexible(Months.since(accepted.from()), accepted.lastPayable()),
                    considered.on());
            return riders.open(transaction, rider, considered.via().channel())
                    .chain(() -> riders.align(transaction, person, considered.on()));
        }
        return considered.application().scheme() == Scheme.MEDICAL
                ? riders.align(transaction, person, considered.on())
                : Uni.createFrom().voidItem();
    }

    private static Violation joined(Considered considered, Accepted accepted, Citation law) {
        return new Violation("MEDICAL_JOINED_TOGETHER")
                .with("place", considered.application().place().code())
                .with("from", accepted.from())
                .citing(law.text());
    }

    /** By which law it is joined with the pension; empty where it is not, or is there already. */
    private static Optional<Citation> beside(Considered considered) {
        var application = considered.application();
        var has = considered.held().relations().stream()
                .anyMatch(relation -> relation.isLive() && relation.scheme() == Scheme.MEDICAL);
        return application.scheme() != Scheme.EMPLOYEE || has
                ? Optional.empty()
                : Law.standard()
                        .rider()
                        .medical(application.place(), considered.on())
                        .map(Version::citation);
    }

    private static Violation pays(Waiting waiting) {
        var trace = waiting.paysFrom().trace();
        return new Violation("MEDICAL_PAYS_FROM")
                .with("joins", waiting.joins())
                .with("from", waiting.paysFrom().value())
                .with("status", trace.status())
                .citing(trace.article());
    }
}
