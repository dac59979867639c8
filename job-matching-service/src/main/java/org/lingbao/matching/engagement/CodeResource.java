package org.lingbao.matching.engagement;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.matching.jobcode.JobCode;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;

/** Job codes to show on the spot. */
@Path("/job-codes")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CodeResource {
    private final ShowCode show;
    private final Callers callers;

    CodeResource(ShowCode show, Callers callers) {
        this.show = show;
        this.callers = callers;
    }

    /** @param gigId for whoever is engaged there, or @param engagementId for one engagement alone */
    record CodeRequest(
            @NotNull @OneOf(JobCode.Use.class) @Nullable String use,
            @Nullable UUID gigId,
            @Nullable UUID engagementId) {
        @JsonIgnore
        @AssertTrue(message = "a gig or an engagement, not both")
        boolean isOneOfTheTwo() {
            return (gigId == null) != (engagementId == null);
        }
    }

    @POST
    @RolesAllowed({Role.EMPLOYER, Role.CITIZEN, Role.CLERK})
    @Operation(
            operationId = "showJobCode",
            summary = "A code that is valid for a short time, for checking in or out (亮就业码)")
    @APIResponse(
            responseCode = "404",
            description = "no such gig or engagement of the caller's, or of the clerk's inns")
    public Uni<CodeView> show(@Valid @NotNull CodeRequest request) {
        var use = JobCode.Use.valueOf(requireNonNull(request.use()));
        return show.handle(callers.current(), use, request.gigId(), request.engagementId());
    }
}
