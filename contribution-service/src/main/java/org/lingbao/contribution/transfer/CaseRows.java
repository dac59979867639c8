package org.lingbao.contribution.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.lingbao.contribution.transfer.domain.CaseId;
import org.lingbao.contribution.transfer.domain.Form;
import org.lingbao.contribution.transfer.domain.Part;
import org.lingbao.contribution.transfer.domain.PersonId;
import org.lingbao.contribution.transfer.domain.SettlementReference;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/** The cases. A row is locked before anything else of its case is touched, but not against foreign keys to it. */
@ApplicationScoped
class CaseRows {
    private static final String LOCK = """
            select side, state, person_id, place, province, reference, form::text as form
            from transfer_case where case_id = $1 for no key update""";

    /** Together with the money that comes for it: locked, for more may be arriving. */
    private static final String RECEIVED = """
            select coalesce(sum(received_fen), 0)::bigint as received_fen from (
                select received_fen from expected_fund where case_id = $1 order by reference for update) held""";

    private final ObjectMapper json;

    CaseRows(ObjectMapper json) {
        this.json = json;
    }

    /** What was done for a case; nobody else works on it until the transaction ends. */
    Uni<Part> lock(SqlConnection transaction, CaseId id) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(id.value()))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(new Part.None())
                        : read(transaction, id, rows.iterator().next()));
    }

    private Uni<Part> read(SqlConnection transaction, CaseId id, Row row) {
        var state = row.getString("state");
        return state.equals("EXPECTING")
                ? received(transaction, id).map(received -> expecting(row, received))
                : Uni.createFrom().item(decided(state, row));
    }

    private static Uni<Money> received(SqlConnection transaction, CaseId id) {
        return transaction
                .preparedQuery(RECEIVED)
                .execute(Tuple.of(id.value()))
                .map(rows -> new Money(rows.iterator().next().getLong("received_fen")));
    }

    private static Part expecting(Row row, Money received) {
        return new Part.Expecting(reference(row), new Place(row.getString("province")), received);
    }

    private Part decided(String state, Row row) {
        return switch (state) {
            case "SEALED" -> new Part.Sealed(person(row), place(row), province(row), form(row));
            case "RELEASED" -> new Part.Released(person(row), place(row), province(row), form(row), reference(row));
            case "SETTLED" -> new Part.Settled(form(row));
            case "CREDITED" -> new Part.Credited(form(row));
            case "RESTORED" -> row.getString("side").equals("IN") ? new Part.SentBack() : new Part.Restored();
            default -> throw new IllegalStateException("a case that is " + state);
        };
    }

    private static PersonId person(Row row) {
        return new PersonId(row.getUUID("person_id"));
    }

    private static Place place(Row row) {
        return new Place(row.getString("place"));
    }

    private static Place province(Row row) {
        return new Place(row.getString("province"));
    }

    private static SettlementReference reference(Row row) {
        return new SettlementReference(row.getString("reference"));
    }

    private Form form(Row row) {
        try {
            return json.readValue(row.getString("form"), StatedForm.class).toForm();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a case's form that is not JSON", e);
        }
    }

    /** A form for the column of that name. */
    String write(Form form) {
        try {
            return json.writeValueAsString(StatedForm.of(form));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a form that is not JSON", e);
        }
    }
}
