package org.lingbao.enrollment.standing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Languages;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Many hires and leaves at once (批量用工登记): JSON lines, each {@code {"hire": …}} or {@code {"leave": …}}, each answered on its own. */
@Path("/employments/declarations")
@Cancellable(false)
@Consumes(DeclarationResource.LINES)
@Produces(MediaType.APPLICATION_JSON)
class DeclarationResource {
    static final String LINES = "application/x-ndjson";

    private final TakeDeclarations take;
    private final Callers callers;
    private final IdempotencyHeader keys;
    private final int most;

    DeclarationResource(
            TakeDeclarations take,
            Callers callers,
            IdempotencyHeader keys,
            @ConfigProperty(name = "lingbao.declarations.most") int most) {
        this.take = take;
        this.callers = callers;
        this.keys = keys;
        this.most = most;
    }

    @POST
    @RolesAllowed(Role.EMPLOYER)
    public Uni<DeclarationsView> declare(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String header, byte[] body, @Context HttpHeaders headers) {
        var employer = Employer.of(callers.current());
        var unused = keys.key(employer.caller(), "declare", header, "");
        var text = text(body);
        if (TakeDeclarations.lines(text).count() > most) {
            throw new ProblemException(Problem.malformed(new Violation("TOO_MANY_LINES").with("most", most)));
        }
        return take.handle(
                employer, header, TakeDeclarations.lines(text), Languages.of(headers.getAcceptableLanguages()));
    }

    private static String text(byte[] body) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(Problem.malformed(new Violation("MALFORMED_BODY")));
        }
    }
}
