package org.lingbao.matching.engagement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.lingbao.matching.engagement.domain.CodeId;
import org.lingbao.matching.engagement.domain.Command;
import org.lingbao.matching.jobcode.JobCode;
import org.lingbao.matching.jobcode.JobCodes;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/**
 * A worker comes or leaves by scanning the code that the employer or the inn shows (扫码). A code counts once for an
 * engagement and a use: the same scan again changes nothing, also after the code has expired.
 */
@ApplicationScoped
class ScanCode {
    private final Pool pool;
    private final JobCodes codes;
    private final Move move;

    ScanCode(Pool pool, JobCodes codes, Move move) {
        this.pool = pool;
        this.codes = codes;
        this.move = move;
    }

    Uni<EngagementView> handle(Caller caller, UUID engagement, JobCode.Use use, String compact) {
        var scan = codes.read(compact);
        return pool.withTransaction(transaction -> Engagements.asWorker(transaction, caller, engagement)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .chain(row -> scanned(transaction, row, use, scan)));
    }

    private Uni<EngagementView> scanned(SqlConnection transaction, Row row, JobCode.Use use, JobCodes.Scan scan) {
        return switch (scan) {
            case JobCodes.Scan.Unreadable() -> throw refused(new Violation("JOB_CODE_UNREADABLE").at("/code"));
            case JobCodes.Scan.Forged() -> throw refused(new Violation("JOB_CODE_NOT_SIGNED").at("/code"));
            case JobCodes.Scan.Read(var code, var expired) ->
                move.to(transaction, row, command(use, code), wrong(row, use, code, expired), null);
        };
    }

    private static ProblemException refused(Violation violation) {
        return new ProblemException(Refusals.ofMove(List.of(violation), List.of()));
    }

    private static Command command(JobCode.Use use, JobCode code) {
        var id = new CodeId(code.id());
        return switch (use) {
            case IN -> new Command.CheckIn(id);
            case OUT -> new Command.CheckOut(id);
        };
    }

    private static List<Violation> wrong(Row row, JobCode.Use use, JobCode code, boolean expired) {
        var wrong = new ArrayList<Violation>();
        if (expired) {
            wrong.add(new Violation("JOB_CODE_EXPIRED").at("/code"));
        }
        if (code.use() != use) {
            wrong.add(new Violation("JOB_CODE_FOR_OTHER_USE").at("/code"));
        }
        var engagement = row.getUUID("engagement_id");
        if (!code.gig().equals(row.getUUID("gig_id"))
                || !Objects.requireNonNullElse(code.engagement(), engagement).equals(engagement)) {
            wrong.add(new Violation("JOB_CODE_FOR_OTHER_WORK").at("/code"));
        }
        return wrong;
    }
}
