package org.lingbao.local.leaks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.local.part.Broker;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Ports;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Home;
import org.lingbao.local.stack.PortPlan;
import org.lingbao.local.stack.Service;
import org.lingbao.local.stack.ServiceDatabases;

/** Where something of a request may stay: logs, tables, topics, and what services say of themselves. */
record Traces(Home home, PortPlan ports, List<Cell> cells) {
    private static final List<String> TALK = List.of("/q/metrics", "/q/health", "/q/openapi");

    /** All files below the logs, also those of servers. */
    void logs(BiConsumer<String, String> reader) {
        try (var files = Files.walk(home.log("any").getParent())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                reader.accept("log " + file.getFileName(), text(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), UTF_8);
    }

    /** Every row of every table, as PostgreSQL writes it: bytes in hexadecimal. */
    void tables(BiConsumer<String, String> reader) {
        for (var cell : cells) {
            for (var service : Service.values()) {
                for (var table : databases().ask(cell, service, ServiceDatabases::tables)) {
                    var rows = "select cast(t.* as text) from " + table + " t";
                    databases()
                            .column(cell, service, rows)
                            .forEach(row -> reader.accept(
                                    "table %s of %s %d".formatted(table, service.text(), cell.number()), row));
                }
            }
        }
    }

    /** How many events are not published yet. */
    long unpublished() {
        return cells.stream()
                .flatMap(cell -> Stream.of(Service.values())
                        .map(service -> databases().number(cell, service, "select count(*) from outbox")))
                .mapToLong(Long::longValue)
                .sum();
    }

    private ServiceDatabases databases() {
        return new ServiceDatabases(home, ports);
    }

    /** Every record of every topic, those of dead letters among them, with its key and headers. */
    void topics(BiConsumer<String, String> reader) {
        Broker.at(ports.kafka()).all(topic -> !topic.startsWith("__"), record -> {
            var headers = new StringBuilder();
            record.headers()
                    .forEach(header -> headers.append(header.key())
                            .append('=')
                            .append(written(header.value()))
                            .append(' '));
            reader.accept("topic " + record.topic(), written(record.key()) + " " + headers + written(record.value()));
        });
    }

    private static String written(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8) + (isText(bytes) ? "" : new String(bytes, ISO_8859_1));
    }

    private static boolean isText(byte[] bytes) {
        return Arrays.equals(new String(bytes, UTF_8).getBytes(UTF_8), bytes);
    }

    /** What services tell to whoever asks. */
    void talk(HttpClient http, BiConsumer<String, String> reader) {
        for (var cell : cells) {
            for (var service : Service.values()) {
                for (var path : TALK) {
                    var uri = URI.create("http://" + Ports.HOST + ":" + ports.service(cell, service) + path);
                    try {
                        var answer = http.send(
                                HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString(UTF_8));
                        reader.accept(
                                path + " of " + service.text() + " " + cell.number(),
                                Objects.requireNonNull(answer.body()));
                    } catch (IOException e) {
                        throw new PartFailed(service.text() + " did not answer " + path + ".", e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new PartFailed("interrupted", e);
                    }
                }
            }
        }
    }
}
