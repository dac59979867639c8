package org.lingbao.enrollment.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.joining.ApplicationRow.Outcome;
import org.lingbao.enrollment.joining.domain.Application;
import org.lingbao.enrollment.joining.domain.Decision.Accepted;
import org.lingbao.enrollment.person.Person;
import org.lingbao.enrollment.person.Visible;
import org.lingbao.enrollment.standing.Relations;
import org.lingbao.enrollment.standing.domain.Relation;
import org.lingbao.enrollment.standing.domain.RelationId;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.problem.Violation;
import org.lingbao.platform.trace.Traces;
import org.lingbao.rules.value.Place;

/** Keeps applications with their decisions. It joins the transaction of the connection it is given. */
@ApplicationScoped
class Applications {
    private static final char SERVICE_LETTER = 'E';

    /** One statement: the application and, where it has the id of one, the relation that it opens. */
    private static final String KEEP = """
            with given as materialized (
                select $1::uuid as id, $2::uuid as person_id, $3::text as scheme, $4::text as place, $5::text as category,
                       $6::text::jsonb as facts, $7::text as outcome, $8::text as ground, $9::text::jsonb as findings,
                       $10::text::jsonb as decision, $11::uuid as relation_id, $12::date as from_month,
                       $13::text as receipt_number, $14::text as verification_code, $15::text as channel, $16::text as client,
                       $17::text as device, $18::text as actor_issuer, $19::text as actor_subject, $20::text as operator_place,
                       $21::text as confirmed_by, $22::text as confirmation_reference, $23::date as decided_on,
                       $24::date as last_payable_month, $26::uuid as delegation_id, $27::date as to_month
            ), %s
            insert into application (id, person_id, scheme, place, category, facts, outcome, ground, findings, decision,
                                     relation_id, from_month, receipt_number, verification_code, channel, client, device,
                                     actor_issuer, actor_subject, operator_place, confirmed_by, confirmation_reference,
                                     delegation_id, decided_on)
            select id, person_id, scheme, place, category, facts, outcome, ground, findings, decision, relation_id, from_month,
                   receipt_number, verification_code, channel, client, device, actor_issuer, actor_subject, operator_place,
                   confirmed_by, confirmation_reference, delegation_id, decided_on
            from given""".formatted(Relations.opening(
            "given where relation_id is not null", "(select channel from given)", "$25::text"));

    private final ObjectMapper mapper;
    private final Outbox outbox;

    Applications(ObjectMapper mapper, Outbox outbox) {
        this.mapper = mapper;
        this.outbox = outbox;
    }

    /** The condition on {@code ApplicationRow a}: what this caller applied for, acting for a person. */
    static Visible madeBy(Caller caller) {
        return new Visible(
                "a.actorIssuer = :scopeIssuer and a.actorSubject = :scopeSubject",
                Map.of("scopeIssuer", caller.issuer(), "scopeSubject", caller.subject()));
    }

    /** What the applicant stated, as it is kept. */
    record Facts(
            @Nullable String hukou,
            @Nullable String workPlace,
            @Nullable String residencePermit,
            @Nullable String licencePlace,
            boolean pensioner,
            boolean employedInsured,
            @Nullable Boolean student,
            @Nullable Boolean stateStaff) {

        static Facts of(Person person, Application application) {
            var evidence = application.evidence();
            return new Facts(
                    code(person.hukou()),
                    code(evidence.workPlace()),
                    code(evidence.residencePermit()),
                    code(evidence.licencePlace()),
                    application.statements().pensioner(),
                    application.statements().employedInsured(),
                    application.statements().student(),
                    application.statements().stateStaff());
        }

        private static @Nullable String code(@Nullable Place place) {
            return place == null ? null : place.code();
        }
    }

    Uni<ApplicationRow> keep(SqlConnection transaction, Considered considered, List<Violation> reasons) {
        var row = row(considered);
        row.outcome = Outcome.REFUSED;
        row.findings = write(reasons);
        return keep(transaction, row, null, null);
    }

    /**
     * @param suspended the resident's relation whose place the new one takes
     * @param beside what is told of medical insurance that rides on the pension
     */
    Uni<ApplicationRow> keep(
            SqlConnection transaction,
            Considered considered,
            Accepted accepted,
            RelationId relation,
            Optional<Relation> suspended,
            List<Violation> beside) {
        var row = row(considered);
        row.outcome = Outcome.ACCEPTED;
        row.ground = accepted.ground();
        row.findings = write(Stream.of(
                        accepted.notices().stream().map(notice -> new Violation(notice.name())),
                        suspended.stream().map(resident -> kept(resident, accepted)),
                        beside.stream())
                .flatMap(notices -> notices)
                .toList());
        row.relationId = relation.value();
        row.fromMonth = accepted.from().atDay(1);
        return keep(transaction, row, accepted.lastPayable(), considered.until().orElse(null))
                .invoke(outbox::wakeRelay);
    }

    private static Uni<ApplicationRow> keep(
            SqlConnection transaction, ApplicationRow row, @Nullable YearMonth lastPayable, @Nullable YearMonth until) {
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.from(Arrays.asList(
                        row.id,
                        row.personId,
                        row.scheme.name(),
                        row.place,
                        row.category.name(),
                        row.facts,
                        row.outcome.name(),
                        row.ground == null ? null : row.ground.name(),
                        row.findings,
                        row.decision,
                        row.relationId,
                        row.fromMonth,
                        row.receiptNumber,
                        row.verificationCode,
                        row.channel,
                        row.client,
                        row.device,
                        row.actorIssuer,
                        row.actorSubject,
                        row.operatorPlace,
                        row.confirmedBy,
                        row.confirmationReference,
                        row.decidedOn,
                        lastPayable == null ? null : lastPayable.atDay(1),
                        Traces.current(),
                        row.delegationId,
                        until == null ? null : until.atDay(1))))
                .replaceWith(row);
    }

    private static Violation kept(Relation resident, Accepted accepted) {
        return new Violation("RESIDENT_RELATION_KEPT")
                .with("place", resident.place().code())
                .with("from", accepted.from());
    }

    private ApplicationRow row(Considered considered) {
        var application = considered.application();
        var row = new ApplicationRow();
        row.id = Ids.next();
        row.personId = considered.person().id();
        row.scheme = application.scheme();
        row.place = application.place().code();
        row.category = application.category();
        row.facts = write(Facts.of(considered.person(), application));
        row.decision = write(considered.decision().trace());
        row.receiptNumber = ReceiptNumber.next(considered.on());
        row.verificationCode = Ids.verificationCode(SERVICE_LETTER);
        row.decidedOn = considered.on();
        actor(row, considered.via());
        return row;
    }

    private static void actor(ApplicationRow row, Via via) {
        row.channel = via.channel();
        row.client = via.caller().client();
        row.device = via.caller().terminal();
        row.actorIssuer = via.caller().issuer();
        row.actorSubject = via.caller().subject();
        row.operatorPlace = via.operatorPlace();
        row.confirmedBy = via.confirmedBy();
        row.confirmationReference = via.confirmationReference();
        row.delegationId = via.delegation();
    }

    private String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + value.getClass(), e);
        }
    }
}
