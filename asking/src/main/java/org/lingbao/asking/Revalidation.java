package org.lingbao.asking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tags what is {@link Revalidated} by its content, and answers 304 to whoever has it already. */
@ApplicationScoped
public class Revalidation {
    /** Five minutes: a new day or new data shows by then; until then nobody asks again. */
    private static final String KEPT_FOR = "public, max-age=300, must-revalidate";

    private final ObjectMapper json;

    Revalidation(ObjectMapper json) {
        this.json = json;
    }

    @Revalidated
    @ServerResponseFilter
    public void tag(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (response.getStatus() != Response.Status.OK.getStatusCode()) {
            return;
        }
        var tag = new EntityTag(digest(json.writeValueAsBytes(response.getEntity())));
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, KEPT_FOR);
        if (request.getRequest().evaluatePreconditions(tag) != null) {
            response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
            response.setEntity(null);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
