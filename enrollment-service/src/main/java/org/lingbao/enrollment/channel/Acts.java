package org.lingbao.enrollment.channel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;

/** Keeps how records came to be: channel, client, device, who acted, who confirmed. It joins the caller's session and transaction. */
@ApplicationScoped
public class Acts {
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
        ONE_THING
    }

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
        row.actedOn = day.today();
        return row.<ActRow>persist().replaceWithVoid();
    }
}
