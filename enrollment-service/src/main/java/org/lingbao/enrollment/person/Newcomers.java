package org.lingbao.enrollment.person;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.personal.IdentityNumber;
import org.lingbao.personal.PersonName;
import org.lingbao.personal.PhoneNumber;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.trace.Traces;
import org.lingbao.rules.identity.IdentityCheck;
import org.lingbao.rules.value.Place;

/** Registers many persons at once, for features that take files in. It joins the transaction of the connection it is given. */
@ApplicationScoped
public class Newcomers {
    /** In one order, so that two files with the same people wait for each other and do not lock each other out. */
    private static final String REGISTER = """
            with given as materialized (
                select * from unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::text[], $5::bytea[], $6::bytea[], $7::bytea[],
                                     $8::date[], $9::text[], $10::text[], $11::text[])
                    with ordinality g (id, identity_number, identity_index, identity_kind, name, phone, phone_index, birth_date,
                                       sex, hukou, community, position)
            ), made as (
                insert into person (id, identity_number, identity_index, identity_kind, name, phone, phone_index, birth_date,
                                    sex, hukou, community, registered_on)
                select id, identity_number, identity_index, identity_kind, name, phone, phone_index, birth_date, sex, hukou,
                       community, $12 from given where not exists (select from known_by(identity_index))
                order by identity_index, position
                on conflict (identity_index) do nothing returning id, identity_index
            )
            select coalesce(m.id, p.survivor_id, p.id) as person_id, m.id is not null as is_new
            from given g left join made m using (identity_index)
                left join lateral (select person_id from known_by(g.identity_index)) known on true
                left join person p on p.id = known.person_id
            order by g.position""";

    /** In the order of a merge. */
    private static final String LOCK =
            "select id, survivor_id from person where id = any($1) order by id for no key update";

    private static final String TELL = Outbox.insertOf(
            PersonRegisteredV1.TYPE,
            "uuidv7()",
            "person_id",
            "json_build_object('personId', person_id, 'registeredOn', $2::date)::text",
            "cast($3 as text)",
            "(select person_id from unnest($1::uuid[]) p (person_id) order by person_id) registered");

    private static final String BELONG = """
            with belongs as (
                insert into person_area (person_id, place, because)
                select distinct person_id, place, because from unnest($1::uuid[], $2::text[], $3::text[]) a (person_id, place, because)
                order by person_id, place, because on conflict do nothing returning person_id, place
            ), told as (
                select distinct person_id, county_of(place, $4) as county from belongs order by person_id
            )
            """
            + Outbox.insertOf(
                    PersonAreaAddedV1.TYPE,
                    "uuidv7()",
                    "told.person_id",
                    "json_build_object('personId', told.person_id, 'place', told.county)::text",
                    "cast($5 as text)",
                    "told");

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Sealed sealed;
    private final Outbox outbox;

    Newcomers(Sealed sealed, Outbox outbox) {
        this.sealed = sealed;
        this.outbox = outbox;
    }

    /**
     * Somebody whom another register knew.
     *
     * @param identity what the rules found valid
     * @param community where the person lives, twelve digits; null: not known
     */
    public record Newcomer(
            IdentityCheck.Valid identity,
            PersonName name,
            PhoneNumber phone,
            Place hukou,
            @Nullable String community) {}

    /** @param isNew whether nobody here knew the person before */
    public record Registered(UUID personId, boolean isNew) {
        private Registered after(Map<UUID, UUID> merged) {
            return new Registered(merged.getOrDefault(personId, personId), isNew);
        }
    }

    /** Why agencies of a code of six, nine or twelve digits may see a person. */
    public record Area(UUID personId, String code, People.Because because) {}

    /** Somebody with everything personal sealed. */
    public record Ready(
            UUID id,
            byte[] number,
            byte[] index,
            IdentityCheck.Valid identity,
            byte[] name,
            byte[] phone,
            byte[] phoneIndex,
            Place hukou,
            @Nullable String community) {}

    /** It takes a processor's time: for a worker's thread. */
    public Ready seal(Newcomer one) {
        var number = new IdentityNumber(one.identity().number());
        return new Ready(
                Ids.next(),
                sealed.number(number),
                sealed.index(number),
                one.identity(),
                sealed.name(one.name()),
                sealed.phone(one.phone()),
                sealed.index(one.phone()),
                one.hukou(),
                one.community());
    }

    private static List<Object> columns(List<Ready> all) {
        return Arrays.asList(
                all.stream().map(Ready::id).toArray(UUID[]::new),
                bytes(all, Ready::number),
                bytes(all, Ready::index),
                texts(all, one -> one.identity().kind().name()),
                bytes(all, Ready::name),
                bytes(all, Ready::phone),
                bytes(all, Ready::phoneIndex),
                all.stream().map(one -> one.identity().birthDate()).toArray(LocalDate[]::new),
                texts(all, one -> one.identity().sex().name()),
                texts(all, one -> one.hukou().code()),
                texts(all, Ready::community));
    }

    private static Buffer[] bytes(List<Ready> all, Function<Ready, byte[]> column) {
        return all.stream().map(column).map(Buffer::buffer).toArray(Buffer[]::new);
    }

    private static @Nullable String[] texts(List<Ready> all, Function<Ready, @Nullable String> column) {
        return all.stream().map(column).toArray(String[]::new);
    }

    /**
     * Who is known already stays as they are, and nobody else decides about them until the transaction ends. In the order of the list.
     *
     * @throws ProblemException 503 where another request registers one of them right now, who cannot be seen yet
     */
    public Uni<List<Registered>> register(SqlConnection transaction, List<Ready> all, LocalDate on) {
        return transaction
                .preparedQuery(REGISTER)
                .execute(Tuple.from(
                        Stream.concat(columns(all).stream(), Stream.of(on)).toList()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Newcomers::registered)
                        .toList())
                .call(registered -> tell(transaction, registered, on))
                .chain(registered -> locked(transaction, registered));
    }

    /** A merge may have come between the search and the lock. */
    private static Uni<List<Registered>> locked(SqlConnection transaction, List<Registered> all) {
        var known = all.stream()
                .filter(one -> !one.isNew())
                .map(Registered::personId)
                .distinct()
                .toArray(UUID[]::new);
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.tuple().addArrayOfUUID(known))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .filter(row -> row.getUUID("survivor_id") != null)
                        .collect(Collectors.toMap(row -> row.getUUID("id"), row -> row.getUUID("survivor_id"))))
                .chain(merged -> merged.isEmpty()
                        ? Uni.createFrom().item(all)
                        : locked(
                                transaction,
                                all.stream().map(one -> one.after(merged)).toList()));
    }

    private static Registered registered(Row row) {
        var person = row.getUUID("person_id");
        if (person == null) {
            throw new ProblemException(Problem.unavailable("UNAVAILABLE", SOON));
        }
        return new Registered(person, row.getBoolean("is_new"));
    }

    private Uni<Void> tell(SqlConnection transaction, List<Registered> all, LocalDate on) {
        var made = all.stream()
                .filter(Registered::isNew)
                .map(Registered::personId)
                .distinct()
                .toArray(UUID[]::new);
        return transaction
                .preparedQuery(TELL)
                .execute(Tuple.tuple().addArrayOfUUID(made).addLocalDate(on).addString(Traces.current()))
                .invoke(outbox::wakeRelay)
                .replaceWithVoid();
    }

    /** From now on agencies of these places may see these persons, here and in the services that hear of it. */
    public Uni<Void> belong(SqlConnection transaction, List<Area> areas, LocalDate today) {
        var values = Arrays.<Object>asList(
                areas.stream().map(Area::personId).toArray(UUID[]::new),
                areas.stream().map(Area::code).toArray(String[]::new),
                areas.stream().map(area -> area.because().name()).toArray(String[]::new),
                today,
                Traces.current());
        return transaction
                .preparedQuery(BELONG)
                .execute(Tuple.from(values))
                .invoke(outbox::wakeRelay)
                .replaceWithVoid();
    }
}
