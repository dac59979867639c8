package org.lingbao.transfer.about;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.lingbao.platform.day.BusinessDay;

/** Which service of which province answers here, and what day it is there; open to everybody. */
@Path("/about")
@Cancellable(false)
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class AboutResource {
    private final BusinessDay day;
    private final String service;
    private final String cell;

    AboutResource(
            BusinessDay day,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "lingbao.cell") String cell) {
        this.day = day;
        this.service = service;
        this.cell = cell;
    }

    @GET
    @NonBlocking
    public AboutView about() {
        return AboutView.of(service, cell, day.today());
    }
}
