package org.lingbao.matching.worker;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;

/** Workers: each person states, sees and switches off their own. */
@Path("/workers/me")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class WorkerResource {
    private final Workers workers;
    private final Callers callers;
    private final String cell;

    WorkerResource(Workers workers, Callers callers, @ConfigProperty(name = "lingbao.cell") String cell) {
        this.workers = workers;
        this.callers = callers;
        this.cell = cell;
    }

    /** @param on whether anything is recommended, either way */
    record SwitchRequest(@NotNull @Nullable Boolean on) {}

    @PUT
    @RolesAllowed(Role.CITIZEN)
    @Operation(operationId = "stateWorker", summary = "State skills, free days, radius and lowest pay (零工登记)")
    @APIResponse(responseCode = "404", description = "the person is not known (yet): Retry-After")
    @APIResponse(responseCode = "422", description = "the consent that is missing")
    public Uni<WorkerView> state(@Valid @NotNull WorkerRequest request) {
        return workers.state(callers.current(), request.toStated(cell));
    }

    @GET
    @RolesAllowed(Role.CITIZEN)
    @Operation(operationId = "showOwnWorker", summary = "What the caller stated, and whether the consent holds")
    public Uni<WorkerView> own() {
        return workers.own(callers.current()).map(WorkerResource::found);
    }

    @PUT
    @Path("/recommendation-switch")
    @RolesAllowed(Role.CITIZEN)
    @Operation(operationId = "switchRecommendations", summary = "Switch recommendations off or on (推荐开关)")
    public Uni<WorkerView> recommend(@Valid @NotNull SwitchRequest request) {
        return workers.recommend(callers.current(), Boolean.TRUE.equals(request.on()))
                .map(WorkerResource::found);
    }

    private static WorkerView found(Optional<WorkerView> found) {
        return found.orElseThrow(() -> new ProblemException(Problem.notFound()));
    }
}
