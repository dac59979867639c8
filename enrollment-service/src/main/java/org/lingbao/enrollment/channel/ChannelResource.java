package org.lingbao.enrollment.channel;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The official channels of this cell, open to everybody: what is not listed here is not official. */
@Path("/channels")
@Cancellable(false)
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class ChannelResource {
    private final Channels channels;

    ChannelResource(Channels channels) {
        this.channels = channels;
    }

    @GET
    @NonBlocking
    public List<Channel> list() {
        return channels.all();
    }
}
