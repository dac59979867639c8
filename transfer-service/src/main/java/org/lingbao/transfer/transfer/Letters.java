package org.lingbao.transfer.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Place;
import org.lingbao.transfer.exchange.Correspondent;
import org.lingbao.transfer.exchange.Letter;
import org.lingbao.transfer.exchange.Reply;
import org.lingbao.transfer.exchange.Verdict;
import org.lingbao.transfer.person.Persons;
import org.lingbao.transfer.transfer.domain.CaseId;
import org.lingbao.transfer.transfer.domain.Correspondence.Arrival;
import org.lingbao.transfer.transfer.domain.Document;
import org.lingbao.transfer.transfer.domain.DocumentType;
import org.lingbao.transfer.transfer.domain.Findings;
import org.lingbao.transfer.transfer.domain.Moment;
import org.lingbao.transfer.transfer.domain.PersonId;
import org.lingbao.transfer.transfer.domain.Reason;
import org.lingbao.transfer.transfer.domain.Receipt;
import org.lingbao.transfer.transfer.domain.Sequence;
import org.lingbao.transfer.transfer.domain.Step;

/** Reads what the partner writes of transfers, and hears what it makes of what was written to it. */
@ApplicationScoped
class Letters implements Correspondent {
    private static final Reason UNREADABLE = new Reason("DOCUMENT_UNREADABLE");
    private static final Set<String> DOCUMENTS =
            Stream.of(DocumentType.values()).map(DocumentType::code).collect(Collectors.toUnmodifiableSet());

    private static final String HAD = """
            select exists (select from transfer_message where case_id = $1 and partner = $2
                           and direction = 'RECEIVED' and sequence = $3) as had""";

    private final Pool pool;
    private final Cases cases;
    private final Dockets dockets;
    private final Messages messages;
    private final DocumentJson json;
    private final Persons persons;
    private final Place province;

    Letters(
            Pool pool,
            Cases cases,
            Dockets dockets,
            Messages messages,
            DocumentJson json,
            Persons persons,
            @ConfigProperty(name = "lingbao.cell") String cell) {
        this.pool = pool;
        this.cases = cases;
        this.dockets = dockets;
        this.messages = messages;
        this.json = json;
        this.persons = persons;
        this.province = new Place(cell + "0000");
    }

    @Override
    public Set<String> documents() {
        return DOCUMENTS;
    }

    /** A letter about somebody: who that is in this cell must be known before the transaction. */
    @Override
    public Uni<Function<SqlConnection, Uni<Reply>>> read(Letter letter) {
        var type = Messages.type(letter.document());
        var document = json.read(type, letter.version(), letter.body());
        return personOf(letter, document)
                .map(person -> transaction -> take(transaction, letter, type, document, person));
    }

    private Uni<Optional<UUID>> personOf(Letter letter, Optional<Document> document) {
        if (!(document.orElse(null) instanceof Document.ContactLetter contact)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return pool.preparedQuery(HAD)
                .execute(Tuple.of(letter.caseId(), letter.partner(), letter.sequence()))
                .chain(found -> found.iterator().next().getBoolean("had")
                        ? Uni.createFrom().item(Optional.empty())
                        : persons.withNumber(contact.subject().value()));
    }

    private Uni<Reply> take(
            SqlConnection transaction,
            Letter letter,
            DocumentType type,
            Optional<Document> document,
            Optional<UUID> person) {
        var sequence = new Sequence(letter.sequence());
        return dockets.lock(transaction, new CaseId(letter.caseId()), letter.partner())
                .chain(docket -> switch (docket.mail().arrivalOf(sequence)) {
                    case Arrival.Next() -> next(transaction, docket, type, document, person.orElse(null));
                    case Arrival.Repeated(var receipt) -> reply(receipt, true);
                    case Arrival.Early(var expected) -> Uni.createFrom().<Reply>item(new Reply.Early(expected.value()));
                });
    }

    private Uni<Reply> next(
            SqlConnection transaction,
            Docket docket,
            DocumentType type,
            Optional<Document> document,
            @Nullable UUID person) {
        var moment = cases.now();
        var sequence = new Sequence(docket.mail().given().size() + 1);
        return step(transaction, docket, document.orElse(null), person, moment).chain(step -> {
            var receipt = Receipt.of(sequence, type, step);
            return messages.received(transaction, docket, receipt, moment.today())
                    .chain(() -> cases.write(transaction, docket, step, moment))
                    .chain(() -> reply(receipt, false));
        });
    }

    private Uni<Step<Side>> step(
            SqlConnection transaction,
            Docket docket,
            @Nullable Document document,
            @Nullable UUID person,
            Moment moment) {
        if (document == null) {
            return Uni.createFrom().item(Step.refused(UNREADABLE));
        }
        return docket.side() == null && document instanceof Document.ContactLetter letter
                ? findings(transaction, docket, letter, person)
                        .map(findings -> Side.open(docket.id(), letter, findings, moment))
                : Uni.createFrom().item(docket.step(document, moment));
    }

    /** A case of this name with another province is another province's: such a letter is for the wrong agency. */
    private Uni<Findings> findings(
            SqlConnection transaction, Docket docket, Document.ContactLetter letter, @Nullable UUID person) {
        var places = letter.oldPlace().province().equals(province)
                && letter.newPlace().province().code().equals(docket.partner());
        return dockets.exists(transaction, docket.id())
                .chain(elsewhere -> person == null
                        ? Uni.createFrom().item(new Findings(null, false, places && !elsewhere))
                        : dockets.isOpen(transaction, person)
                                .map(open -> new Findings(new PersonId(person), open, places && !elsewhere)));
    }

    private static Uni<Reply> reply(Receipt receipt, boolean repeated) {
        var verdict = switch (receipt.verdict()) {
            case Receipt.Verdict.Accepted() -> new Verdict.Accepted();
            case Receipt.Verdict.Rejected(var reasons) ->
                new Verdict.Rejected(reasons.stream().map(Reason::code).toList());
        };
        return Uni.createFrom().item(new Reply.Given(verdict, repeated));
    }

    @Override
    public Uni<Void> heard(SqlConnection transaction, Letter ours, Verdict verdict) {
        var receipt = new Receipt(
                new Sequence(ours.sequence()),
                Messages.type(ours.document()),
                switch (verdict) {
                    case Verdict.Accepted() -> new Receipt.Verdict.Accepted();
                    case Verdict.Rejected(var codes) ->
                        new Receipt.Verdict.Rejected(
                                codes.stream().map(Reason::new).toList());
                });
        return dockets.lock(transaction, new CaseId(ours.caseId()), ours.partner())
                .chain(docket -> docket.mail().awaits(receipt)
                        ? hear(transaction, docket, receipt)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> hear(SqlConnection transaction, Docket docket, Receipt receipt) {
        var moment = cases.now();
        return messages.heard(transaction, docket, receipt, moment.today())
                .chain(() -> cases.write(transaction, docket, docket.step(receipt, moment), moment))
                .replaceWithVoid();
    }
}
