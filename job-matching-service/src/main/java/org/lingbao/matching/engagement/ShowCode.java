package org.lingbao.matching.engagement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.matching.employer.Owner;
import org.lingbao.matching.jobcode.JobCode;
import org.lingbao.matching.jobcode.JobCodes;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;

/** Shows a job code (亮码): to the gig's employer, and to clerks of the inn at which the gig was posted. */
@ApplicationScoped
class ShowCode {
    private static final String FIND = """
            select g.gig_id from gig g join employer o using (employer_id) left join inn i on i.inn_id = g.inn_id
            where g.gig_id = coalesce($1, (select e.gig_id from engagement e where e.engagement_id = cast($2 as uuid)))
              and (%s or (cast($3 as text) is not null and starts_with(i.place, $3)))""".formatted(Owner.condition("o", 4));

    private final Pool pool;
    private final JobCodes codes;

    ShowCode(Pool pool, JobCodes codes) {
        this.pool = pool;
        this.codes = codes;
    }

    /** For any engagement of the gig, or for one. */
    Uni<CodeView> handle(Caller caller, JobCode.Use use, @Nullable UUID gig, @Nullable UUID engagement) {
        var area = caller.scope() instanceof AccessScope.Subtree subtree ? subtree.prefix() : null;
        var asked = Tuple.tuple().addUUID(gig).addUUID(engagement).addString(area);
        return pool.preparedQuery(FIND)
                .execute(Owner.of(caller).addTo(asked))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("gig_id"))
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(Problem.notFound())))
                .map(found -> CodeView.of(codes.show(use, found, engagement)));
    }
}
