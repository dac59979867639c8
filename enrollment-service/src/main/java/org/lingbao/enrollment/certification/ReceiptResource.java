package org.lingbao.enrollment.certification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.lingbao.enrollment.channel.Assistance;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;

/** Receipts of accepted applications. */
@Path("/enrollments/{enrollmentId}/receipt")
@Cancellable(false)
@Produces({PaperAnswer.PDF, PaperAnswer.OFD})
class ReceiptResource {
    private final PrintReceipt command;
    private final PaperAnswer answer;
    private final Callers callers;

    ReceiptResource(PrintReceipt command, PaperAnswer answer, Callers callers) {
        this.command = command;
        this.answer = answer;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Role.CITIZEN, Role.CLERK, Role.BANK})
    @APIResponse(
            responseCode = "200",
            description = "The receipt (受理回执) of an accepted application",
            content = {
                @Content(mediaType = PaperAnswer.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = PaperAnswer.OFD, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Uni<Response> print(@PathParam("enrollmentId") UUID enrollmentId, @Context HttpHeaders headers) {
        var format = PaperAnswer.wanted(headers.getAcceptableMediaTypes());
        var caller = callers.current();
        Assistance.refuseWithoutTerminal(caller);
        return command.handle(caller, enrollmentId).chain(paper -> answer.of(paper, format, "receipt"));
    }
}
