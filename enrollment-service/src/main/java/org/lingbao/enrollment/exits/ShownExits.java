package org.lingbao.enrollment.exits;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.exits.domain.Joiner;
import org.lingbao.enrollment.exits.domain.Outlook;

/** What applications showed, for the feature that decides them. It joins the caller's transaction. */
@ApplicationScoped
public class ShownExits {
    private static final String KEEP = """
            insert into exits_shown (application_id, person_id, version, shown, shown_on)
            values ($1, $2, $3, $4::text::jsonb, $5)""";

    private final ExitsWords words;
    private final ObjectMapper mapper;

    ShownExits(ExitsWords words, ObjectMapper mapper) {
        this.words = words;
        this.mapper = mapper;
    }

    /** What the answer to an accepted application shows, kept beside it; nothing where the months will suffice. */
    public Uni<Optional<ExitsView>> show(
            SqlConnection transaction, UUID application, UUID person, Joiner joiner, LocalDate on) {
        var outlook = Outlook.of(joiner, on);
        if (!outlook.isShort()) {
            return Uni.createFrom().item(Optional.empty());
        }
        var view = words.view(outlook, on);
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.of(application, person, view.version(), write(view), on))
                .replaceWith(Optional.of(view));
    }

    /** In a session: what was shown with an application, and since when it is acknowledged. */
    public Uni<Optional<ExitsView>> of(UUID application) {
        return ExitsShownRow.<ExitsShownRow>findById(application)
                .chain(shown -> shown == null
                        ? Uni.createFrom().item(Optional.empty())
                        : ExitsSeenRow.<ExitsSeenRow>findById(application).map(seen -> Optional.of(view(shown, seen))));
    }

    ExitsView view(ExitsShownRow shown, @Nullable ExitsSeenRow seen) {
        try {
            var view = mapper.readValue(shown.shown, ExitsView.class);
            return seen == null ? view : view.seen(seen.seenOn);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept exits that are not JSON", e);
        }
    }

    private String write(ExitsView view) {
        try {
            return mapper.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("exits that are not JSON", e);
        }
    }
}
