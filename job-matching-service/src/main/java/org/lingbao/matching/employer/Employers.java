package org.lingbao.matching.employer;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.matching.insured.Insured;
import org.lingbao.personal.PhoneNumber;
import org.lingbao.personal.Vault;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.value.CreditCode;

/** Registers employers, one row for each company and each household. */
@ApplicationScoped
class Employers {
    private static final Duration EVENT_ON_ITS_WAY = Duration.ofSeconds(1);
    private static final String CONTACT = "employer.contact";

    private static final String PERSON = "select " + Insured.person(1) + " as person_id";

    private static final String INSERT = """
            insert into employer (employer_id, kind, credit_code, person_id, name, contact, registered_on)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing""";

    private static final String FIND = "select e.* from employer e where " + Owner.condition("e", 1);

    private static final String CHANGE = """
            update employer e set name = $1, contact = $2 where e.kind = 'COMPANY' and %s returning e.*""".formatted(Owner.condition("e", 3));

    private final Pool pool;
    private final Idempotency idempotency;
    private final Vault vault;
    private final BusinessDay day;

    Employers(Pool pool, Idempotency idempotency, Vault vault, BusinessDay day) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.vault = vault;
        this.day = day;
    }

    Uni<Answer> register(Caller caller, IdempotencyKey key, EmployerRequest request) {
        var owner = Owner.of(caller);
        if (owner.kind().equals(Owner.HOUSEHOLD)) {
            return pool.withTransaction(transaction -> idempotency.once(
                    transaction,
                    key,
                    () -> person(transaction, caller).chain(person -> insert(transaction, household(person)))));
        }
        return switch (CreditCode.parse(Optional.ofNullable(owner.first()).orElse(""))) {
            case CreditCode.Parsed.Valid(var code) ->
                pool.withTransaction(transaction ->
                        idempotency.once(transaction, key, () -> insert(transaction, company(code, request))));
            case CreditCode.Parsed.Invalid(var reasons) ->
                pool.withTransaction(transaction -> idempotency.once(
                        transaction, key, () -> Uni.createFrom().item(Answer.refused(refusal(reasons)))));
        };
    }

    private record New(
            UUID id,
            String kind,
            @Nullable CreditCode code,
            @Nullable UUID person,
            @Nullable String name,
            @Nullable PhoneNumber contact) {}

    private static New household(UUID person) {
        return new New(Ids.next(), Owner.HOUSEHOLD, null, person, null, null);
    }

    private static New company(CreditCode code, EmployerRequest request) {
        return new New(Ids.next(), Owner.COMPANY, code, null, request.name(), request.contact());
    }

    private static Problem refusal(List<CreditCode.Reason> reasons) {
        return Problem.unprocessable(
                "employer-refused", reasons.stream().map(Employers::violation).toList());
    }

    private static Violation violation(CreditCode.Reason reason) {
        return switch (reason) {
            case FORMAT -> new Violation("CREDIT_CODE_FORMAT");
            case CHECK_CHARACTER -> new Violation("CREDIT_CODE_CHECK");
        };
    }

    /** A person of whom enrollment has not told yet may be known a moment later. */
    private static Uni<UUID> person(SqlConnection transaction, Caller caller) {
        return transaction
                .preparedQuery(PERSON)
                .execute(Tuple.of(caller.issuer(), caller.subject()))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getUUID("person_id"))
                        .orElseThrow(
                                () -> new ProblemException(Problem.notFound().retryAfter(EVENT_ON_ITS_WAY))));
    }

    private Uni<Answer> insert(SqlConnection transaction, New employer) {
        var today = day.today();
        var code = employer.code();
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.from(Arrays.asList(
                        employer.id(),
                        employer.kind(),
                        code == null ? null : code.code(),
                        employer.person(),
                        employer.name(),
                        sealed(employer.contact()),
                        today)))
                .map(inserted -> {
                    if (inserted.rowCount() == 0) {
                        throw new ProblemException(
                                Problem.conflict("employer-exists", new Violation("EMPLOYER_EXISTS")));
                    }
                    return Answer.created(
                            "/employers/me",
                            new EmployerView(
                                    employer.id(),
                                    employer.kind(),
                                    code == null ? null : code.code(),
                                    employer.name(),
                                    employer.contact(),
                                    today));
                });
    }

    Uni<Optional<EmployerView>> own(Caller caller) {
        return pool.preparedQuery(FIND)
                .execute(Owner.of(caller).addTo(Tuple.tuple()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::view)
                        .findFirst());
    }

    /** A household has nothing to change. */
    Uni<Optional<EmployerView>> change(Caller caller, EmployerRequest request) {
        var parameters = Tuple.tuple().addString(request.name()).addValue(sealed(request.contact()));
        return pool.preparedQuery(CHANGE)
                .execute(Owner.of(caller).addTo(parameters))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::view)
                        .findFirst());
    }

    private @Nullable Buffer sealed(@Nullable PhoneNumber contact) {
        return contact == null ? null : Buffer.buffer(vault.seal(CONTACT, contact));
    }

    private EmployerView view(Row row) {
        var contact = row.getBuffer("contact");
        return new EmployerView(
                row.getUUID("employer_id"),
                row.getString("kind"),
                row.getString("credit_code"),
                row.getString("name"),
                contact == null ? null : new PhoneNumber(vault.open(CONTACT, contact.getBytes())),
                row.getLocalDate("registered_on"));
    }
}
