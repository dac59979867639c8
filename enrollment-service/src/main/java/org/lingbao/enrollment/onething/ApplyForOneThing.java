package org.lingbao.enrollment.onething;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.employment.EmploymentRegister;
import org.lingbao.enrollment.employment.RegistrationView;
import org.lingbao.enrollment.employment.WorkDone;
import org.lingbao.enrollment.joining.Admission;
import org.lingbao.enrollment.joining.Considered;
import org.lingbao.enrollment.joining.EnrollmentView;
import org.lingbao.enrollment.joining.Refusals;
import org.lingbao.enrollment.joining.domain.Application;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.data.DataNotLoaded;

/**
 * Decides an application for one thing at once (灵活就业一件事): all of it, or every reason of every part. Accepted, the employment is
 * registered first and the person insured second, in one transaction; the plan is wished for by an event behind both, which
 * contribution answers.
 */
@ApplicationScoped
class ApplyForOneThing {
    private static final String APPLICATIONS = "/one-thing-applications/";

    private final Pool pool;
    private final BusinessDay day;
    private final Admission admission;
    private final EmploymentRegister register;
    private final OneThings things;
    private final Outbox outbox;
    private final Idempotency idempotency;

    ApplyForOneThing(
            Pool pool,
            BusinessDay day,
            Admission admission,
            EmploymentRegister register,
            OneThings things,
            Outbox outbox,
            Idempotency idempotency) {
        this.pool = pool;
        this.day = day;
        this.admission = admission;
        this.register = register;
        this.things = things;
        this.outbox = outbox;
        this.idempotency = idempotency;
    }

    /** All that is asked for. */
    record Asked(UUID person, WorkDone work, Application application, PlanWish plan, Via via) {}

    public Uni<Answer> handle(IdempotencyKey key, Asked asked) {
        var today = day.today(); // once: a decision and its rows are of one day, also at midnight
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                key,
                () -> admission
                        .consider(transaction, asked.person(), asked.application(), asked.via(), today)
                        .chain(considered -> decide(transaction, asked, considered))));
    }

    private Uni<Answer> decide(SqlConnection transaction, Asked asked, Considered considered) {
        var reasons = reasons(asked, considered);
        var all = reasons.all();
        return all.isEmpty()
                ? carryOut(transaction, asked, considered, reasons)
                : refuse(transaction, asked, considered, reasons)
                        .map(row -> Refusals.of("one-thing-refused", APPLICATIONS, row.id, all));
    }

    private static PartReasons reasons(Asked asked, Considered considered) {
        var on = considered.on();
        var from = considered.from().orElse(YearMonth.from(on));
        try {
            return new PartReasons(Map.of(
                    Part.EMPLOYMENT, EmploymentRegister.reasons(considered.person(), on),
                    Part.INSURANCE, considered.reasons(),
                    Part.PLAN, asked.plan().reasons(asked.application().place(), from, on)));
        } catch (DataNotLoaded unknown) {
            throw new ProblemException(Problem.malformed(new Violation("RULES_NOT_LOADED")
                    .with("place", asked.application().place().code())
                    .with("missing", unknown.what())
                    .at("/place")));
        }
    }

    private Uni<OneThingRow> refuse(
            SqlConnection transaction, Asked asked, Considered considered, PartReasons reasons) {
        var row = row(considered, reasons);
        row.outcome = OneThingRow.Outcome.REFUSED;
        row.planState = OneThingRow.PlanState.NONE;
        return things.keep(transaction, row, asked.via());
    }

    private Uni<Answer> carryOut(SqlConnection transaction, Asked asked, Considered considered, PartReasons reasons) {
        return register.register(transaction, considered.person().id(), asked.work(), asked.via(), considered.on())
                .chain(registration -> admission
                        .carryOut(transaction, considered)
                        .chain(enrollment -> kept(transaction, asked, considered, reasons, registration, enrollment)));
    }

    private Uni<Answer> kept(
            SqlConnection transaction,
            Asked asked,
            Considered considered,
            PartReasons reasons,
            RegistrationView registration,
            EnrollmentView enrollment) {
        var row = row(considered, reasons);
        row.outcome = OneThingRow.Outcome.ACCEPTED;
        row.registrationId = registration.registrationId();
        row.applicationId = enrollment.enrollmentId();
        var from = considered.from().orElseThrow();
        row.fromMonth = from.atDay(1);
        row.planState = OneThingRow.PlanState.WISHED;
        return things.keep(transaction, row, asked.via())
                .call(() -> outbox.append(
                        transaction, PlanWishedV1.TYPE, row.personId, wished(row, asked, enrollment, from)))
                .map(done -> Answer.created(APPLICATIONS + row.id, things.view(row, registration, enrollment)));
    }

    private static PlanWishedV1 wished(OneThingRow row, Asked asked, EnrollmentView enrollment, YearMonth from) {
        var plan = asked.plan();
        var base = plan.base();
        var relation = enrollment.relationId();
        if (relation == null) {
            throw new IllegalStateException("an enrollment that opened no relation");
        }
        return new PlanWishedV1(
                row.id,
                row.personId,
                relation,
                asked.application().scheme().name(),
                asked.application().place().code(),
                base == null ? null : base.toYuan(),
                plan.tierPercent(),
                plan.period().name(),
                from,
                row.decidedOn);
    }

    private OneThingRow row(Considered considered, PartReasons reasons) {
        var row = new OneThingRow();
        row.id = Ids.next();
        row.personId = considered.person().id();
        row.reasons = things.write(reasons);
        row.decidedOn = considered.on();
        return row;
    }
}
