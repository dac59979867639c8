package org.lingbao.transfer.certificate;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.lingbao.asking.neighbour.Question;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.value.Money;
import org.lingbao.transfer.insured.Insured;
import org.lingbao.transfer.insured.InsuredPersons;

/** Issues a certificate of what contribution shows on this day. Asked again under the same key it is the same one. */
@ApplicationScoped
class IssueCertificate {
    private static final char SERVICE = 'T';
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Set<Integer> NOTHING = Set.of(404);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private final Pool pool;
    private final Idempotency idempotency;
    private final Audit audit;
    private final InsuredPersons insured;
    private final Contribution contribution;
    private final Certificates certificates;
    private final BusinessDay day;
    private final String cell;

    IssueCertificate(
            Pool pool,
            Idempotency idempotency,
            Audit audit,
            InsuredPersons insured,
            @RestClient Contribution contribution,
            Certificates certificates,
            BusinessDay day,
            @ConfigProperty(name = "lingbao.cell") String cell) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.audit = audit;
        this.insured = insured;
        this.contribution = contribution;
        this.certificates = certificates;
        this.day = day;
        this.cell = cell;
    }

    /** Contribution is asked before the transaction, and only about somebody whom the caller may see. */
    Uni<Answer> handle(Caller caller, IdempotencyKey key, CertificateRequest request) {
        return insured.in(pool, caller.scope(), request.person(), request.where())
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .chain(known -> statement(request)
                        .chain(statement -> pool.withTransaction(transaction -> idempotency.once(
                                transaction, key, () -> issue(transaction, caller, request, known, statement)))));
    }

    private Uni<Optional<Contribution.Statement>> statement(CertificateRequest request) {
        return Question.ask(
                Uni.createFrom().deferred(() -> contribution.statement(request.person(), "EMPLOYEE")),
                NOTHING,
                Problem.unavailable("CONTRIBUTION_UNAVAILABLE", AGAIN));
    }

    private Uni<Answer> issue(
            SqlConnection transaction,
            Caller caller,
            CertificateRequest request,
            Insured known,
            Optional<Contribution.Statement> statement) {
        if (statement.isEmpty() || statement.get().paidIn(request.place()).isEmpty()) {
            return Uni.createFrom()
                    .item(Answer.refused(Problem.unprocessable(
                            "certificate-refused",
                            List.of(new Violation("NOTHING_PAID_HERE").with("place", request.place())))));
        }
        var figures = figures(request, known, statement.get(), day.today());
        return certificates
                .keep(transaction, figures)
                .chain(() -> caller.scope() instanceof AccessScope.Own
                        ? Uni.createFrom().voidItem()
                        : audit.record(
                                transaction,
                                new Audit.Entry(caller, "certificate.issue", request.person(), "served by the agency")))
                .replaceWith(Answer.created("/certificates/" + figures.number(), CertificateView.of(figures)));
    }

    private Figures figures(
            CertificateRequest request, Insured known, Contribution.Statement statement, LocalDate today) {
        var months = statement.paidIn(request.place());
        return new Figures(
                "%s-TR10-%s-%s".formatted(cell, DAY.format(today), Ids.next()),
                Ids.verificationCode(SERVICE),
                request.person(),
                request.where(),
                months.getFirst(),
                months.getLast(),
                months.size(),
                Money.yuan(statement.accountBalance()),
                known.relation(),
                today);
    }
}
