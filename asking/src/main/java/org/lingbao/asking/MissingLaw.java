package org.lingbao.asking;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.data.DataNotLoaded;

/** The law of that place or day is not in this build: neither yes nor no. */
public class MissingLaw {
    @ServerExceptionMapper
    public Response problem(DataNotLoaded missing) {
        return Problem.malformed(new Violation("RULES_NOT_LOADED")
                        .with("place", missing.place())
                        .with("what", missing.what()))
                .toResponse();
    }
}
