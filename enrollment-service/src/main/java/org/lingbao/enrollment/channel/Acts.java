package org.lingbao.enrollment.channel;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;

/** Keeps how records came to be: channel, client, device, who acted, who confirmed. It joins the caller's transaction. */
@ApplicationScoped
public class Acts {
    private static final String INSERT = """
            insert into act (id, kind, record_id, person_id, channel, client, device, actor_issuer, actor_subject, operator_place,
                             confirmed_by, confirmation_reference, delegation_id, acted_on)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)""";

    private final BusinessDay day;

    Acts(BusinessDay day) {
        this.day = day;
    }

    /** What came to be. An application says it in its own row. */
    public enum Of {
        /** A person was registered, or showed the document again. */
        PERSON_REGISTERED,
        /** A consent was granted. */
        CONSENT_GRANTED,
        /** A consent ended. */
        CONSENT_REVOKED,
        /** Exits were acknowledged. */
        EXITS_SEEN,
        /** An employment was registered. */
        EMPLOYMENT_REGISTERED,
        /** An application for one thing was decided. */
        ONE_THING,
        /** A relation was paused; the record is the pause. */
        RELATION_PAUSED,
        /** A pause ended. */
        RELATION_RESUMED,
        /** A delegation was granted. */
        DELEGATION_GRANTED,
        /** A delegation was revoked, or renounced. */
        DELEGATION_ENDED
    }

    /** In the caller's session. */
    public Uni<Void> keep(Of kind, UUID recordId, UUID personId, Via via) {
        var row = new ActRow();
        row.id = Ids.next();
        row.kind = kind;
        row.recordId = recordId;
        row.personId = personId;
        row.channel = via.channel();
        row.client = via.caller().client();
        row.device = via.caller().terminal();
        row.actorIssuer = via.caller().issuer();
        row.actorSubject = via.caller().subject();
        row.operatorPlace = via.operatorPlace();
        row.confirmedBy = via.confirmedBy();
        row.confirmationReference = via.confirmationReference();
        row.delegationId = via.delegation();
        row.actedOn = day.today();
        return row.<ActRow>persist().replaceWithVoid();
    }

    /** In the transaction that runs on this connection. */
    public Uni<Void> keep(SqlConnection transaction, Of kind, UUID recordId, UUID personId, Via via) {
        var caller = via.caller();
        var values = Arrays.<@Nullable Object>asList(
                Ids.next(),
                kind.name(),
                recordId,
                personId,
                via.channel(),
                caller.client(),
                caller.terminal(),
                caller.issuer(),
                caller.subject(),
                via.operatorPlace(),
                via.confirmedBy(),
                via.confirmationReference(),
                via.delegation(),
                day.today());
        return transaction.preparedQuery(INSERT).execute(Tuple.from(values)).replaceWithVoid();
    }
}
