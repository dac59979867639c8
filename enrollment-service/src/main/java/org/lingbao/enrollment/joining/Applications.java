package org.lingbao.enrollment.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.joining.ApplicationRow.Outcome;
import org.lingbao.enrollment.joining.domain.Application;
import org.lingbao.enrollment.joining.domain.Decision;
import org.lingbao.enrollment.joining.domain.Decision.Accepted;
import org.lingbao.enrollment.joining.domain.Decision.Refused;
import org.lingbao.enrollment.person.Person;
import org.lingbao.enrollment.standing.domain.RelationId;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.value.Place;

/** Keeps applications with their decisions. It joins the caller's session and transaction. */
@ApplicationScoped
class Applications {
    private static final char SERVICE_LETTER = 'E';

    private final ObjectMapper mapper;

    Applications(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** What the applicant stated, as it is kept. */
    record Facts(
            @Nullable String hukou,
            @Nullable String workPlace,
            @Nullable String residencePermit,
            @Nullable String licencePlace,
            boolean pensioner,
            boolean employedInsured) {

        static Facts of(Person person, Application application) {
            var evidence = application.evidence();
            return new Facts(
                    code(person.hukou()),
                    code(evidence.workPlace()),
                    code(evidence.residencePermit()),
                    code(evidence.licencePlace()),
                    application.statements().pensioner(),
                    application.statements().employedInsured());
        }

        private static @Nullable String code(@Nullable Place place) {
            return place == null ? null : place.code();
        }
    }

    Uni<ApplicationRow> keep(Person person, Application application, Via via, Refused refused, LocalDate on) {
        var row = row(person, application, via, refused, on);
        row.outcome = Outcome.REFUSED;
        row.findings = write(Reasons.violations(refused.reasons()));
        return row.persist();
    }

    Uni<ApplicationRow> keep(
            Person person, Application application, Via via, Accepted accepted, RelationId relation, LocalDate on) {
        var row = row(person, application, via, accepted, on);
        row.outcome = Outcome.ACCEPTED;
        row.ground = accepted.ground();
        row.findings = write(accepted.notices().stream()
                .map(notice -> new Violation(notice.name()))
                .toList());
        row.relationId = relation.value();
        row.fromMonth = accepted.from().atDay(1);
        return row.persist();
    }

    private ApplicationRow row(Person person, Application application, Via via, Decision decision, LocalDate on) {
        var row = new ApplicationRow();
        row.id = Ids.next();
        row.personId = person.id();
        row.scheme = application.scheme();
        row.place = application.place().code();
        row.category = application.category();
        row.facts = write(Facts.of(person, application));
        row.decision = write(decision.trace());
        row.receiptNumber = ReceiptNumber.next(on);
        row.verificationCode = Ids.verificationCode(SERVICE_LETTER);
        row.channel = via.channel();
        row.operatorPlace = via.operatorPlace();
        row.decidedOn = on;
        actor(row, via.caller());
        return row;
    }

    private static void actor(ApplicationRow row, Caller caller) {
        row.client = caller.client();
        row.device = caller.terminal();
        row.actorIssuer = caller.issuer();
        row.actorSubject = caller.subject();
    }

    private String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + value.getClass(), e);
        }
    }
}
