package org.lingbao.matching.jobcode;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.lingbao.asking.Revalidated;

/** The public keys of job codes: who has them verifies a code without a connection. */
@Path("/job-codes/keys")
@Cancellable(false)
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class KeysResource {
    private final JobCodes codes;

    KeysResource(JobCodes codes) {
        this.codes = codes;
    }

    @GET
    @Revalidated
    @NonBlocking
    @Operation(operationId = "listJobCodeKeys", summary = "The keys that sign job codes, as a JWK set (就业码公钥)")
    public Map<String, Object> keys() {
        return codes.published();
    }
}
