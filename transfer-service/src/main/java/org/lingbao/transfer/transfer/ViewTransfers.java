package org.lingbao.transfer.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.scope.Reach;
import org.lingbao.platform.audit.Disclosure;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.rules.value.Place;
import org.lingbao.transfer.transfer.CaseView.PlaceView;
import org.lingbao.transfer.transfer.domain.Status;
import org.lingbao.transfer.transfer.domain.TransferOut;

/** Shows transfers: to the person, to the agencies of the person's areas and to the one that works on the case. */
@ApplicationScoped
class ViewTransfers {
    private static final int MOST = 100;
    private static final String AGENCY = "case c.side when 'IN' then c.new_place else c.old_place end";

    /** The condition on a case; its parameters are those of {@link Reach}. */
    private static String visible(int from) {
        return "(%s or ($%d = 'SUBTREE' and starts_with(%s, $%d)))"
                .formatted(Reach.condition("c.person_id", "false", from), from, AGENCY, from + 1);
    }

    private static final String ONE = """
            select c.*, c.state::text as state_text, c.explanation::text as explanation_text,
                (select coalesce(jsonb_agg(jsonb_build_object('direction', m.direction, 'sequence', m.sequence,
                        'document', m.document, 'dated', m.dated, 'verdict', m.verdict, 'reasons', m.reasons,
                        'answeredOn', m.answered_on) order by m.direction desc, m.sequence), '[]')::text
                    from transfer_message m where m.case_id = c.case_id and m.partner = c.partner) as messages,
                (select coalesce(jsonb_agg(jsonb_build_object('taskId', t.task_id, 'task', t.task, 'reasons', t.reasons,
                        'since', t.since, 'dueOn', t.due_on, 'doneOn', t.done_on) order by t.task_id), '[]')::text
                    from transfer_task t where t.case_id = c.case_id) as tasks,
                (select coalesce(jsonb_agg(jsonb_build_object('news', n.news, 'toldOn', n.told_on)
                        order by n.news_id), '[]')::text
                    from transfer_news n where n.case_id = c.case_id) as news
            from transfer_case c where c.case_id = $1 and c.side is not null and %s""".formatted(visible(2));

    private static final String OF_PERSON = """
            select c.* from transfer_case c where c.person_id in (select id from same_person($1)) and %s
            order by c.case_id desc limit $5""".formatted(visible(2));

    private static final String ACTED_ON = """
            select c.person_id, c.old_place, c.new_place from transfer_case c
            where c.case_id = $1 and c.side is not null and case $2
                when 'SUBTREE' then starts_with(%s, $3)
                else %s end""".formatted(AGENCY, Reach.condition("c.person_id", "false", 2));

    private final Disclosure disclosure;
    private final Cases cases;
    private final ObjectMapper mapper;

    ViewTransfers(Disclosure disclosure, Cases cases, ObjectMapper mapper) {
        this.disclosure = disclosure;
        this.cases = cases;
        this.mapper = mapper;
    }

    /** Whom a case is about, and between which places. */
    record Subject(UUID person, Place oldPlace, Place newPlace) {}

    /** The case, if the caller may act on it: the person, or a clerk of the place that works on it. */
    Uni<Optional<Subject>> actedOn(SqlClient client, Caller caller, UUID id) {
        return client.preparedQuery(ACTED_ON)
                .execute(Reach.of(caller.scope()).addTo(Tuple.of(id)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(subject(rows.iterator().next())));
    }

    private static Subject subject(Row row) {
        return new Subject(
                row.getUUID("person_id"), new Place(row.getString("old_place")), new Place(row.getString("new_place")));
    }

    /** A case to who may see it; the read is audited. */
    Uni<Optional<CaseView>> one(Caller caller, UUID id) {
        return disclosure.to(caller, "transfer.read", CaseView::personId, client -> one(client, caller, id));
    }

    /** A case within a transaction that is audited by itself. */
    Uni<Optional<CaseView>> one(SqlClient client, Caller caller, UUID id) {
        return client.preparedQuery(ONE)
                .execute(Reach.of(caller.scope()).addTo(Tuple.of(id)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(view(rows.iterator().next(), caller)));
    }

    /** A person's cases; none, too, where the caller may not see them. */
    Uni<CaseView.Summaries> of(Caller caller, UUID person) {
        var parameters = Reach.of(caller.scope()).addTo(Tuple.of(person)).addInteger(MOST);
        return disclosure
                .to(
                        caller,
                        "transfers.read",
                        found -> person,
                        client -> client.preparedQuery(OF_PERSON)
                                .execute(parameters)
                                .map(rows -> rows.size() == 0
                                        ? Optional.empty()
                                        : Optional.of(
                                                new CaseView.Summaries(StreamSupport.stream(rows.spliterator(), false)
                                                        .map(ViewTransfers::summary)
                                                        .toList()))))
                .map(found -> found.orElseGet(() -> new CaseView.Summaries(List.of())));
    }

    private static CaseView.Summary summary(Row row) {
        return new CaseView.Summary(
                row.getUUID("case_id"),
                row.getUUID("person_id"),
                row.getString("side"),
                Status.valueOf(row.getString("status")),
                row.getBoolean("open"),
                PlaceView.of(new Place(row.getString("old_place"))),
                PlaceView.of(new Place(row.getString("new_place"))),
                row.getLocalDate("opened_on"));
    }

    private CaseView view(Row row, Caller caller) {
        var side = StateJson.read(row.getString("side"), row.getString("state_text"));
        var clock = side.clock();
        var form = side.form();
        var explanation = row.getString("explanation_text");
        return new CaseView(
                row.getUUID("case_id"),
                row.getUUID("person_id"),
                side.name(),
                side.status(),
                row.getBoolean("open"),
                PlaceView.of(side.move().oldPlace()),
                PlaceView.of(side.move().newPlace()),
                row.getLocalDate("opened_on"),
                List.of(Messages.codes(side.reasons())),
                form == null ? null : FormPart.of(form),
                reference(side),
                clock == null ? null : CaseView.DeadlineView.of(clock, cases.now()),
                read(row.getString("messages"), new TypeReference<List<CaseView.Message>>() {}),
                caller.scope() instanceof AccessScope.Own
                        ? null
                        : read(row.getString("tasks"), new TypeReference<List<CaseView.Task>>() {}),
                read(row.getString("news"), new TypeReference<List<CaseView.News>>() {}),
                explanation == null ? null : read(explanation, new TypeReference<JsonNode>() {}));
    }

    private static @Nullable String reference(Side side) {
        return side instanceof Side.Out(TransferOut.FundsSent sent)
                ? sent.reference().value()
                : null;
    }

    private <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row that is not JSON", e);
        }
    }
}
