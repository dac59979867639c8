package org.lingbao.contribution.consent;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.platform.inbox.Inbox;
import org.lingbao.platform.inbox.Received;

/**
 * The consents in force. A consent that is not here is not given, nor is one of a person of whom an event is parked, for
 * that may be its withdrawal: whoever asks fails closed.
 */
@ApplicationScoped
public class Consents {
    /** The consumer of enrollment's events, which applies consents in their order among the person's other events. */
    public static final String CONSUMER = "contribution";

    /** A person lets bank terminals show the statement. */
    public static final String STATEMENT_AT_TERMINAL = "STATEMENT_AT_TERMINAL";

    private static final String GRANT = """
            insert into consent (person_id, purpose, version, granted_on) values ($1, $2, $3, $4)
            on conflict (person_id, purpose) do update set version = excluded.version, granted_on = excluded.granted_on""";

    private static final String REVOKE = "delete from consent where person_id = $1 and purpose = $2";

    /** Our view of enrollment.consent-granted.v1. */
    record ConsentGranted(UUID personId, String purpose, int version, LocalDate grantedOn) {}

    /** Our view of enrollment.consent-revoked.v1. */
    record ConsentRevoked(UUID personId, String purpose) {}

    /**
     * A condition of a query: the person has given this consent.
     *
     * @param person SQL expression of the person
     * @param purpose one of this class's constants
     */
    public static String given(String person, String purpose) {
        return "(exists (select from consent c where c.person_id = %s and c.purpose = '%s') and %s)"
                .formatted(person, purpose, Inbox.nothingParked(CONSUMER, "cast(%s as text)".formatted(person)));
    }

    /** Applies a consent, or a newer version of one. */
    public Uni<Void> granted(SqlConnection transaction, Received event) {
        var consent = event.as(ConsentGranted.class);
        return transaction
                .preparedQuery(GRANT)
                .execute(Tuple.of(consent.personId(), consent.purpose(), consent.version(), consent.grantedOn()))
                .replaceWithVoid();
    }

    /** Applies a withdrawal: it ends the consent at once. */
    public Uni<Void> revoked(SqlConnection transaction, Received event) {
        var consent = event.as(ConsentRevoked.class);
        return transaction
                .preparedQuery(REVOKE)
                .execute(Tuple.of(consent.personId(), consent.purpose()))
                .replaceWithVoid();
    }
}
