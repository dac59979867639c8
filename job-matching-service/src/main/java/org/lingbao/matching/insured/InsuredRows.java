package org.lingbao.matching.insured;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/** Writes the projection: tables login, person_area, registered_occupation, deceased and consent. */
@ApplicationScoped
class InsuredRows {
    private static final String LINK = """
            insert into login (issuer, subject, person_id) values ($1, $2, $3)
            on conflict (issuer, subject) do nothing""";

    private static final String ADD_AREA =
            "insert into person_area (person_id, place) values ($1, $2) on conflict do nothing";

    /** A person's events come in order: the last one holds. */
    private static final String REGISTER = """
            insert into registered_occupation (person_id, registration_id, occupation, place, registered_on)
            values ($1, $2, $3, $4, $5)
            on conflict (person_id) do update set registration_id = excluded.registration_id,
                occupation = excluded.occupation, place = excluded.place, registered_on = excluded.registered_on""";

    private static final String DECEASED =
            "insert into deceased (person_id, died_on) values ($1, $2) on conflict do nothing";

    private static final String LIVES = "delete from deceased where person_id = $1";

    private static final String GIVE_LOGINS = "update login set person_id = $2 where person_id = $1";

    private static final String GIVE_OCCUPATION = """
            update registered_occupation set person_id = $2
            where person_id = $1 and not exists (select from registered_occupation where person_id = $2)""";

    private static final String SHARE_AREAS = """
            insert into person_area (person_id, place) select $2, place from person_area where person_id = $1
            on conflict do nothing""";

    private static final String GRANT = """
            insert into consent (person_id, purpose, version, granted_on) values ($1, $2, $3, $4)
            on conflict (person_id, purpose) do update set version = excluded.version, granted_on = excluded.granted_on""";

    private static final String REVOKE = "delete from consent where person_id = $1 and purpose = $2";

    private final Instance<Merging> heirs;

    InsuredRows(@Any Instance<Merging> heirs) {
        this.heirs = heirs;
    }

    Uni<Void> link(SqlConnection transaction, PersonRegistered event) {
        return event.issuer() == null || event.subject() == null
                ? Uni.createFrom().voidItem()
                : write(transaction, LINK, Tuple.of(event.issuer(), event.subject(), event.personId()));
    }

    Uni<Void> addArea(SqlConnection transaction, PersonAreaAdded event) {
        return write(transaction, ADD_AREA, Tuple.of(event.personId(), event.place()));
    }

    Uni<Void> registered(SqlConnection transaction, EmploymentRegistered event) {
        var registration = Tuple.of(
                event.personId(), event.registrationId(), event.occupation(), event.place(), event.registeredOn());
        return write(transaction, REGISTER, registration);
    }

    Uni<Void> deceased(SqlConnection transaction, PersonDeceased event) {
        return write(transaction, DECEASED, Tuple.of(event.personId(), event.diedOn()));
    }

    /** The death was recorded by mistake: what the person consented to holds again. */
    Uni<Void> lives(SqlConnection transaction, PersonDeathWithdrawn event) {
        return write(transaction, LIVES, Tuple.of(event.personId()));
    }

    /** What was the one's is the other's from now on: who is merged begins nothing any more. */
    Uni<Void> merge(SqlConnection transaction, PersonMerged event) {
        var both = Tuple.of(event.personId(), event.survivorId());
        return write(transaction, GIVE_LOGINS, both)
                .chain(() -> write(transaction, SHARE_AREAS, both))
                .chain(() -> write(transaction, GIVE_OCCUPATION, both))
                .chain(() -> Multi.createFrom()
                        .iterable(heirs)
                        .onItem()
                        .transformToUniAndConcatenate(
                                heir -> heir.merge(transaction, event.personId(), event.survivorId()))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    Uni<Void> granted(SqlConnection transaction, ConsentGranted event) {
        var consent = Tuple.of(event.personId(), event.purpose(), event.version(), event.grantedOn());
        return write(transaction, GRANT, consent);
    }

    Uni<Void> revoked(SqlConnection transaction, ConsentRevoked event) {
        return write(transaction, REVOKE, Tuple.of(event.personId(), event.purpose()));
    }

    private static Uni<Void> write(SqlConnection transaction, String statement, Tuple values) {
        return transaction.preparedQuery(statement).execute(values).replaceWithVoid();
    }
}
