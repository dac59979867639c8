package org.lingbao.enrollment.onething;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.Acts;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.employment.EmploymentRegister;
import org.lingbao.enrollment.employment.RegistrationView;
import org.lingbao.enrollment.joining.Admission;
import org.lingbao.enrollment.joining.EnrollmentView;
import org.lingbao.enrollment.joining.Findings;
import org.lingbao.enrollment.joining.Warnings;
import org.lingbao.enrollment.onething.OneThingRow.Outcome;
import org.lingbao.enrollment.onething.OneThingView.PartView;
import org.lingbao.enrollment.onething.OneThingView.Status;
import org.lingbao.rules.value.Scheme;

/** Keeps an application and says what it has become. It joins the caller's transaction. */
@ApplicationScoped
class OneThings {
    private static final String KEEP = """
            insert into one_thing (id, person_id, outcome, registration_id, application_id, from_month, reasons, plan_state,
                                   decided_on)
            values ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8, $9)""";

    private final EmploymentRegister register;
    private final Admission admission;
    private final Acts acts;
    private final Findings findings;
    private final Warnings warnings;
    private final ObjectMapper mapper;

    OneThings(
            EmploymentRegister register,
            Admission admission,
            Acts acts,
            Findings findings,
            Warnings warnings,
            ObjectMapper mapper) {
        this.register = register;
        this.admission = admission;
        this.acts = acts;
        this.findings = findings;
        this.warnings = warnings;
        this.mapper = mapper;
    }

    Uni<OneThingRow> keep(SqlConnection transaction, OneThingRow row, Via via) {
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.from(Arrays.asList(
                        row.id,
                        row.personId,
                        row.outcome.name(),
                        row.registrationId,
                        row.applicationId,
                        row.fromMonth,
                        row.reasons,
                        row.planState.name(),
                        row.decidedOn)))
                .chain(() -> acts.keep(transaction, Acts.Of.ONE_THING, row.id, row.personId, via))
                .replaceWith(row);
    }

    /** In a session. */
    Uni<OneThingView> view(OneThingRow row) {
        var registration = row.registrationId;
        var application = row.applicationId;
        if (registration == null || application == null) {
            return Uni.createFrom().item(view(row, null, null));
        }
        return register.find(registration)
                .chain(registered -> admission
                        .find(application)
                        .map(enrolled -> view(row, registered.orElse(null), enrolled.orElse(null))));
    }

    OneThingView view(OneThingRow row, @Nullable RegistrationView registration, @Nullable EnrollmentView enrollment) {
        var reasons = read(row.reasons);
        return new OneThingView(
                row.id,
                row.personId,
                status(row),
                Arrays.stream(Part.values())
                        .map(part -> new PartView(
                                part,
                                state(row, part, reasons),
                                reasons.of(part).stream().map(findings::of).toList()))
                        .toList(),
                registration,
                enrollment,
                warnings.of(Scheme.EMPLOYEE, row.decidedOn),
                row.planId,
                row.decidedOn);
    }

    private static Status status(OneThingRow row) {
        return switch (row.planState) {
            case NONE -> Status.REFUSED;
            case WISHED -> Status.IN_PROGRESS;
            case CHOSEN -> Status.COMPLETED;
            case REFUSED -> Status.PLAN_REFUSED;
        };
    }

    private static Part.State state(OneThingRow row, Part part, PartReasons reasons) {
        if (row.outcome == Outcome.REFUSED) {
            return reasons.of(part).isEmpty() ? Part.State.HELD_BACK : Part.State.REFUSED;
        }
        if (part != Part.PLAN) {
            return Part.State.DONE;
        }
        return switch (row.planState) {
            case CHOSEN -> Part.State.DONE;
            case REFUSED -> Part.State.REFUSED;
            case NONE, WISHED -> Part.State.PENDING;
        };
    }

    String write(PartReasons reasons) {
        try {
            return mapper.writeValueAsString(reasons);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reasons that are not JSON", e);
        }
    }

    private PartReasons read(String reasons) {
        try {
            return mapper.readValue(reasons, PartReasons.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept reasons that are not JSON", e);
        }
    }
}
