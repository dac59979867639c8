package org.lingbao.contribution.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.lingbao.watching.Figure;
import org.lingbao.watching.Watched;

/** What can be seen of attempts of which nobody has said what became of them: money may have been taken. */
@ApplicationScoped
class UnknownOutcomes implements Watched {
    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of(
                        "lingbao.attempt.unknown",
                        "attempts whose time has passed and of which nobody knows whether money was taken",
                        "select count(*)" + AttemptSql.UNKNOWN),
                Figure.of(
                        "lingbao.attempt.oldest.unknown.seconds",
                        "for how long the first of them has been unknown",
                        "select coalesce(extract(epoch from clock_timestamp() - min(t.in_flight_until)), 0)"
                                + AttemptSql.UNKNOWN));
    }
}
