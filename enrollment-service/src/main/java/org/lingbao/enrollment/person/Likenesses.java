package org.lingbao.enrollment.person;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * By what a person may be recognised under another number: blind indexes of what is sealed, equal for whoever has the same. It joins the
 * transaction of the connection it is given.
 */
@ApplicationScoped
public class Likenesses {
    private static final String FIND = """
            select id, identity_number, identity_kind, identity_country, name, phone, birth_date, sex from person
            where id = any($1) and survivor_id is null""";

    private static final String DOCUMENTS = """
            select d.person_id as id, d.kind, d.country, d.number
            from person_document d join person p on p.id = d.person_id
            where d.person_id = any($1) and p.id = any($1) and p.survivor_id is null""";

    private static final Logger LOG = Logger.getLogger(Likenesses.class);

    private final Sealed sealed;

    Likenesses(Sealed sealed) {
        this.sealed = sealed;
    }

    /** What two registrations of one person have in common. */
    public enum Trait {
        /** Name, birth date and sex. */
        NAME_AND_BIRTH,
        /** Name and phone. */
        NAME_AND_PHONE,
        /** The number of 15 digits that a citizen had before 1999, or would have had. */
        OLD_NUMBER,
        /** One and the same document. */
        DOCUMENT
    }

    /** A trait of a person. */
    public record Likeness(UUID personId, Trait trait, Buffer index) {}

    /** All traits of these persons; none of who was merged. */
    public Uni<List<Likeness>> of(SqlConnection transaction, List<UUID> persons) {
        var these = persons.toArray(UUID[]::new);
        return read(transaction, FIND, these, sealed::traits)
                .chain(own -> read(transaction, DOCUMENTS, these, sealed::documentTraits)
                        .map(others ->
                                Stream.concat(own.stream(), others.stream()).toList()));
    }

    private static Uni<List<Likeness>> read(
            SqlConnection transaction, String query, UUID[] persons, Function<Row, Map<Trait, byte[]>> traits) {
        return transaction
                .preparedQuery(query)
                .execute(Tuple.tuple().addArrayOfUUID(persons))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .flatMap(row -> read(row, traits))
                        .toList());
    }

    /** Of one whose data do not open nothing is known; the others are compared all the same. */
    private static Stream<Likeness> read(Row row, Function<Row, Map<Trait, byte[]>> traits) {
        var person = row.getUUID("id");
        try {
            return traits.apply(row).entrySet().stream()
                    .map(trait -> new Likeness(person, trait.getKey(), Buffer.buffer(trait.getValue())));
        } catch (RuntimeException unreadable) {
            LOG.errorf(
                    "what is sealed of the person %s does not open (%s): nobody is found to be like them",
                    person, unreadable.getClass().getSimpleName());
            return Stream.empty();
        }
    }
}
