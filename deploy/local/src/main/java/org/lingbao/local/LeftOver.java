package org.lingbao.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;
import org.lingbao.local.part.Ports;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.PortPlan;
import org.lingbao.local.stack.Service;

/** Refuses events that are left over: one that cannot be read is parked, one that cannot be sent waits in the outbox. */
final class LeftOver {
    /** Services look at their backlog every ten seconds. */
    private static final Duration SEEN_AFTER = Duration.ofSeconds(12);

    private static final Pattern LEFT = Pattern.compile("(?m)^lingbao_(parked_messages|outbox_events)\\S* [1-9].*$");

    private LeftOver() {}

    static void refuse(PortPlan ports, List<Cell> cells) {
        Pause.millis(SEEN_AFTER.toMillis());
        for (var cell : cells) {
            for (var service : Service.values()) {
                var left = LEFT.matcher(metrics(ports.service(cell, service)));
                if (left.find()) {
                    throw new PartFailed(service.text() + " " + cell.number()
                            + " has events left over after the story: " + left.group() + ".");
                }
            }
        }
    }

    private static String metrics(int port) {
        var address = URI.create("http://" + Ports.HOST + ":" + port + "/q/metrics");
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new PartFailed(address + " does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        }
    }
}
