package org.lingbao.enrollment.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.joining.ApplicationRow.Outcome;
import org.lingbao.enrollment.joining.domain.Application;
import org.lingbao.enrollment.joining.domain.Decision.Accepted;
import org.lingbao.enrollment.person.Person;
import org.lingbao.enrollment.standing.domain.Relation;
import org.lingbao.enrollment.standing.domain.RelationId;
import org.lingbao.platform.id.Ids;
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

    Uni<ApplicationRow> keep(Considered considered, List<Violation> reasons) {
        var row = row(considered);
        row.outcome = Outcome.REFUSED;
        row.findings = write(reasons);
        return row.persist();
    }

    /** @param suspended the resident's relation whose place the new one takes */
    Uni<ApplicationRow> keep(
            Considered considered, Accepted accepted, RelationId relation, Optional<Relation> suspended) {
        var row = row(considered);
        row.outcome = Outcome.ACCEPTED;
        row.ground = accepted.ground();
        row.findings = write(Stream.concat(
                        accepted.notices().stream().map(notice -> new Violation(notice.name())),
                        suspended.stream().map(resident -> kept(resident, accepted)))
                .toList());
        row.relationId = relation.value();
        row.fromMonth = accepted.from().atDay(1);
        return row.persist();
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
