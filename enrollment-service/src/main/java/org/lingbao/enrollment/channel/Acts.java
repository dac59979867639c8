package org.lingbao.enrollment.channel;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.database.InSession;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.identity.Caller;

/** Keeps how records came to be: channel, client, device, who acted, who confirmed. It joins the caller's transaction. */
@ApplicationScoped
public class Acts {
    private static final String KEEP = """
            insert into act (id, kind, record_id, person_id, channel, client, device, actor_issuer, actor_subject,
                             operator_place, confirmed_by, confirmation_reference, delegation_id, acted_on)
            values ($1, $2, $3, $4, $5, $6, cast($7 as text), $8, $9, cast($10 as text), cast($11 as text), cast($12 as text),
                    cast($13 as uuid), $14)""";

    private static final String OF = """
            select cast(record_id as text), channel, operator_place, confirmed_by from act
            where kind = ?1 and record_id = any (cast(string_to_array(?2, ',') as uuid[]))""";

    private static final String DID = """
            select exists (select from act where kind = $1 and record_id = cast(cast($2 as text) as uuid) and actor_issuer = $3
                           and actor_subject = $4), 1""";

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
        /** A pause was asked for. */
        RELATION_PAUSED,
        /** A pause ended. */
        RELATION_RESUMED,
        /** A phone or an address was replaced. */
        CONTACT_CHANGED,
        /** A delegation was granted. */
        DELEGATION_GRANTED,
        /** A delegation was revoked, or renounced. */
        DELEGATION_ENDED
    }

    /** Within the Panache session of the running {@code @WithTransaction} command. */
    public Uni<Void> keep(Of kind, UUID recordId, UUID personId, Via via) {
        return InSession.write(KEEP, parameters(kind, recordId, personId, via)).replaceWithVoid();
    }

    /** Within the transaction that runs on this connection. */
    public Uni<Void> keep(SqlConnection transaction, Of kind, UUID recordId, UUID personId, Via via) {
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.from(parameters(kind, recordId, personId, via)))
                .replaceWithVoid();
    }

    /** In a session: whether it was this caller who made the record. */
    public Uni<Boolean> did(Of kind, UUID recordId, Caller caller) {
        return InSession.readOne(DID, List.of(kind.name(), recordId.toString(), caller.issuer(), caller.subject()))
                .map(row -> (Boolean) row[0]);
    }

    /** In a session: how each of these records came to be, where that is known. */
    public Uni<Map<UUID, ActView>> of(Of kind, List<UUID> records) {
        var asked = records.stream().map(UUID::toString).collect(Collectors.joining(","));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OF, Object[].class)
                        .setParameter(1, kind.name())
                        .setParameter(2, asked)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> UUID.fromString((String) row[0]),
                                row -> ActView.of((String) row[1], (String) row[2], (String) row[3]))));
    }

    private List<@Nullable Object> parameters(Of kind, UUID recordId, UUID personId, Via via) {
        return Arrays.asList(
                Ids.next(),
                kind.name(),
                recordId,
                personId,
                via.channel(),
                via.caller().client(),
                via.caller().terminal(),
                via.caller().issuer(),
                via.caller().subject(),
                via.operatorPlace(),
                via.confirmedBy(),
                via.confirmationReference(),
                via.delegation(),
                day.today());
    }
}
