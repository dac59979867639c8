package org.lingbao.platform.idempotency;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.problem.Problem;

/**
 * What a command answers, in a form that can be kept and told again.
 *
 * @param status 2xx or 422: only these are kept
 * @param location of what was made
 * @param body the view, or a {@link Problem}
 * @param replayed whether it was kept from an earlier request
 */
public record Answer(int status, @Nullable String location, Object body, boolean replayed) {
    private static final int CREATED = 201;

    /** 201 with the place of what was made. */
    public static Answer created(String location, Object view) {
        return new Answer(CREATED, location, view, false);
    }

    /** 422: a refusal with all its reasons; told again under the same key. */
    public static Answer refused(Problem problem) {
        return new Answer(problem.status(), null, problem, false);
    }

    /** The HTTP answer; a retry can be told by its header. */
    public Response toResponse() {
        var response = body instanceof Problem problem
                ? Response.fromResponse(problem.toResponse())
                : Response.status(status).type(MediaType.APPLICATION_JSON).entity(body);
        if (location != null) {
            response.location(URI.create(location));
        }
        if (replayed) {
            response.header("Idempotent-Replayed", "true");
        }
        return response.build();
    }
}
