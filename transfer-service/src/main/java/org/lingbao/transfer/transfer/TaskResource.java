package org.lingbao.transfer.transfer;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;

/** The work list of clerks (待办). */
@Path("/transfers/tasks")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
class TaskResource {
    private final Tasks tasks;
    private final Callers callers;

    TaskResource(Tasks tasks, Callers callers) {
        this.tasks = tasks;
        this.callers = callers;
    }

    @GET
    @RolesAllowed(Role.CLERK)
    @Operation(operationId = "listTransferTasks", summary = "What is to do in the clerk's area, the oldest first (待办)")
    public Uni<TaskView.Page> list(
            @QueryParam("after") @Parameter(description = "next of the page before, unchanged") @Nullable String after,
            @QueryParam("limit") @DefaultValue("" + Tasks.PAGE) @Min(1) @Max(Tasks.PAGE) int limit) {
        var query = new Query();
        var from = query.valueIfAny("after", after, UUID::fromString, "next of the page before");
        query.refuseIfWrong();
        return tasks.of(callers.current(), from.get().orElse(null), limit);
    }

    @POST
    @Path("/{taskId}/done")
    @RolesAllowed(Role.CLERK)
    @Operation(operationId = "endTransferTask", summary = "A question or a rejected message is seen to (办结待办)")
    @APIResponse(responseCode = "204", description = "it is off the list")
    @APIResponse(responseCode = "409", description = "it ends only with what it is about")
    public Uni<Void> done(@PathParam("taskId") UUID taskId) {
        return tasks.end(callers.current(), taskId);
    }
}
