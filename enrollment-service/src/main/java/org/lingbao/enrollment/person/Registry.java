package org.lingbao.enrollment.person;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lingbao.personal.IdentityNumber;
import org.lingbao.personal.PersonName;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.rules.identity.IdentityCheck;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.value.Place;

/** The persons, for commands and consumers that write with SQL. It joins the transaction of the connection it is given. */
@ApplicationScoped
public class Registry {
    private static final String LOCK = "select from person where id = $1 for no key update";

    private static final String BELONGS = """
            insert into person_area (person_id, place, because) values ($1, $2, $3) on conflict do nothing""";

    /**
     * For a statement that does all at once, as further parts of its {@code with}: what {@link #belongs} does, for columns
     * {@code person_id} and {@code place}. The event is written when {@code area_told} is read.
     *
     * @param from where these columns stand
     * @param trace SQL expression of the trace
     */
    public static String belonging(String from, People.Because because, String trace) {
        return """
                belongs as (
                    insert into person_area (person_id, place, because) select person_id, place, '%s' from %s
                    on conflict do nothing returning person_id, place
                ), area_told as (%s returning position)""".formatted(
                        because,
                        from,
                        Outbox.insertOf(
                                PersonAreaAddedV1.TYPE,
                                "uuidv7()",
                                "person_id",
                                "json_build_object('personId', person_id, 'place', place)::text",
                                trace,
                                "belongs"));
    }

    private static final String INSERT = """
            insert into person (id, identity_number, identity_index, identity_kind, name, birth_date, sex, registered_on)
            values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (identity_index) do nothing""";

    private static final String FIND =
            "select p.id, p.name from known_by($1) known join person p on p.id = known.person_id for no key update of p";

    private static final String SURVIVOR = "select survivor_id from person where id = $1 for no key update";

    private static final String WITHIN = "p.id = $1 and " + Visible.condition("p.id", "coalesce(p.survivor_id, p.id)");

    private static final String SEES = "select from person p where " + WITHIN;

    /** Against other commands, and not against the foreign keys of those who only refer to the person: sweeps hold thousands of these. */
    private static final String LOCK_SEEN =
            "select id, name, birth_date, sex, hukou, survivor_id from person p where " + WITHIN + " for no key update";

    private static final String ACTS_FOR = "select acts_for($1, $2, $3, $4, $5) as delegation";

    private final Sealed sealed;
    private final Outbox outbox;
    private final BusinessDay day;

    Registry(Sealed sealed, Outbox outbox, BusinessDay day) {
        this.sealed = sealed;
        this.outbox = outbox;
        this.day = day;
    }

    /**
     * Whom a number belongs to.
     *
     * @param personId of one who was merged, the survivor
     * @param sameName whether the number is registered under the name that was given, too
     */
    public record Found(UUID personId, boolean sameName) {}

    /**
     * Nobody else decides about this person until the transaction ends.
     *
     * @return whether there is such a person
     */
    public Uni<Boolean> lock(SqlConnection transaction, UUID person) {
        return transaction.preparedQuery(LOCK).execute(Tuple.of(person)).map(rows -> rows.rowCount() == 1);
    }

    /** Who this person is today, locked: of one who was merged, the survivor; empty: nobody. */
    public Uni<Optional<UUID>> lockSurvivor(SqlConnection transaction, UUID person) {
        return transaction.preparedQuery(SURVIVOR).execute(Tuple.of(person)).chain(rows -> {
            var survivor = rows.size() == 0 ? null : rows.iterator().next().getUUID("survivor_id");
            return survivor == null
                    ? Uni.createFrom().item(rows.size() == 0 ? Optional.empty() : Optional.of(person))
                    : lockSurvivor(transaction, survivor);
        });
    }

    /** When somebody was born, and their sex. */
    public record Born(LocalDate birthDate, Sex sex) {}

    /** What the law asks of a person who is there. */
    public Uni<Born> born(SqlConnection transaction, UUID person) {
        return transaction
                .preparedQuery("select birth_date, sex from person where id = $1")
                .execute(Tuple.of(person))
                .map(rows -> rows.iterator().next())
                .map(row -> new Born(row.getLocalDate("birth_date"), Sex.valueOf(row.getString("sex"))));
    }

    /** By which a person with this number is found, in a statement over many. */
    public byte[] index(IdentityNumber number) {
        return sealed.index(number);
    }

    /** Whether a caller may see a person, by the tree as it is today. */
    public Uni<Boolean> sees(SqlConnection transaction, AccessScope scope, UUID person) {
        return transaction
                .preparedQuery(SEES)
                .execute(Visible.asked(person, scope, day.today()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** As {@link People#lock(UUID, AccessScope)} has it. */
    public Uni<Optional<Person>> lock(SqlConnection transaction, UUID person, AccessScope scope) {
        return transaction
                .preparedQuery(LOCK_SEEN)
                .execute(Visible.asked(person, scope, day.today()))
                .chain(rows -> {
                    var row = rows.size() == 0 ? null : rows.iterator().next();
                    var survivor = row == null ? null : row.getUUID("survivor_id");
                    return survivor == null
                            ? Uni.createFrom().item(Optional.ofNullable(row).map(sealed::person))
                            : lock(transaction, survivor, scope);
                });
    }

    /**
     * As {@link Delegates#find} has it, and locked. The delegation is looked for again behind the lock, which whoever ends one
     * holds, too: one that ended in the meantime is worth nothing.
     */
    public Uni<Optional<Delegates.Reached>> lock(
            SqlConnection transaction, UUID person, AccessScope scope, Purpose purpose) {
        return lock(transaction, person, scope)
                .chain(own -> own.isPresent()
                        ? Uni.createFrom().item(own.map(one -> new Delegates.Reached(one, null)))
                        : lockFor(transaction, person, scope, purpose));
    }

    private Uni<Optional<Delegates.Reached>> lockFor(
            SqlConnection transaction, UUID person, AccessScope scope, Purpose purpose) {
        return delegation(transaction, scope, person, purpose)
                .chain(by -> by.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : lock(transaction, person, new AccessScope.Everything())
                                .chain(locked -> delegation(transaction, scope, person, purpose)
                                        .map(still -> still.flatMap(
                                                held -> locked.map(one -> new Delegates.Reached(one, held))))));
    }

    /** By which delegation the caller may act for this person, as {@link Delegates} has it; behind the person's lock, for good. */
    public Uni<Optional<UUID>> delegation(SqlConnection transaction, AccessScope scope, UUID person, Purpose purpose) {
        if (!(scope instanceof AccessScope.Own(var issuer, var subject))) {
            return Uni.createFrom().item(Optional.empty());
        }
        return transaction
                .preparedQuery(ACTS_FOR)
                .execute(Tuple.of(issuer, subject, person, purpose.name(), day.today()))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getUUID("delegation")));
    }

    /** The person with this number, locked; none, if nobody had it yet. */
    public Uni<Optional<Found>> lock(SqlConnection transaction, IdentityCheck.Valid identity, PersonName name) {
        var index = sealed.index(new IdentityNumber(identity.number()));
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(Buffer.buffer(index)))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : found(transaction, rows.iterator().next(), name).map(Optional::of));
    }

    /**
     * The person with this number, locked; registered, if nobody had it yet. Hukou and phone are for the person to add.
     *
     * @param identity what the rules found valid
     * @param on the business day
     */
    public Uni<Found> lockOrRegister(
            SqlConnection transaction, IdentityCheck.Valid identity, PersonName name, LocalDate on) {
        var number = new IdentityNumber(identity.number());
        var id = Ids.next();
        var values = Arrays.<Object>asList(
                id,
                Buffer.buffer(sealed.number(number)),
                Buffer.buffer(sealed.index(number)),
                identity.kind().name(),
                Buffer.buffer(sealed.name(name)),
                identity.birthDate(),
                identity.sex().name(),
                on);
        return lock(transaction, identity, name)
                .chain(known -> known.isPresent()
                        ? Uni.createFrom().item(known.get())
                        : register(transaction, id, values, on)
                                .chain(() -> lock(transaction, identity, name))
                                .map(Optional::orElseThrow));
    }

    /** Nothing where somebody else has just done it. */
    private Uni<Void> register(SqlConnection transaction, UUID id, List<Object> values, LocalDate on) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.from(values))
                .chain(inserted -> inserted.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : outbox.append(
                                transaction,
                                PersonRegisteredV1.TYPE,
                                id,
                                new PersonRegisteredV1(id, null, null, on, null)));
    }

    private Uni<Found> found(SqlConnection transaction, Row row, PersonName name) {
        var sameName = sealed.name(row.getBuffer("name").getBytes()).equals(name);
        return lockSurvivor(transaction, row.getUUID("id"))
                .map(survivor -> new Found(survivor.orElseThrow(), sameName));
    }

    /** From now on the agencies of this place may see the person, here and in the services that hear of it. */
    public Uni<Void> belongs(SqlConnection transaction, UUID person, Place place, People.Because because) {
        return transaction
                .preparedQuery(BELONGS)
                .execute(Tuple.of(person, place.code(), because.name()))
                .chain(inserted -> inserted.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : outbox.append(
                                transaction,
                                PersonAreaAddedV1.TYPE,
                                person,
                                new PersonAreaAddedV1(person, place.code())));
    }
}
