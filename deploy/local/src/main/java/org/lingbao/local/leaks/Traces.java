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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.lingbao.local.part.LocalPostgres;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Ports;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Home;
import org.lingbao.local.stack.PortPlan;
import org.lingbao.local.stack.Service;

/** Where something of a request may stay: logs, tables, topics, and what services say of themselves. */
record Traces(Home home, PortPlan ports, List<Cell> cells) {
    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final List<String> TALK = List.of("/q/metrics", "/q/health", "/q/openapi");

    /** Kafka's client tells much of itself, which nobody asked for. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

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
                try (var connection = database(cell, service).connect()) {
                    for (var table :
                            column(connection, "select tablename from pg_tables where schemaname = 'public'")) {
                        column(connection, "select cast(t.* as text) from " + table + " t")
                                .forEach(row -> reader.accept(
                                        "table %s of %s %d".formatted(table, service.text(), cell.number()), row));
                    }
                } catch (SQLException e) {
                    throw new PartFailed("The tables of " + service.text() + " cannot be read: " + e.getMessage(), e);
                }
            }
        }
    }

    /** How many events are not published yet. */
    long unpublished() {
        var waiting = 0L;
        for (var cell : cells) {
            for (var service : Service.values()) {
                try (var connection = database(cell, service).connect()) {
                    waiting += column(connection, "select cast(id as text) from outbox")
                            .size();
                } catch (SQLException e) {
                    throw new PartFailed("The outbox of " + service.text() + " cannot be read: " + e.getMessage(), e);
                }
            }
        }
        return waiting;
    }

    private LocalPostgres.Database database(Cell cell, Service service) {
        return LocalPostgres.administered(home.data("postgres"), ports.postgres(), service.database(cell));
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    /** Every record of every topic, those of dead letters among them, with its key and headers. */
    void topics(BiConsumer<String, String> reader) {
        KAFKA.setLevel(Level.WARNING);
        var settings = Map.<String, Object>of("bootstrap.servers", Ports.HOST + ":" + ports.kafka());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(partition -> !partition.topic().startsWith("__"))
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            var ends = new HashMap<>(consumer.endOffsets(partitions));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            while (!ends.isEmpty()) {
                for (var record : consumer.poll(A_MOMENT)) {
                    var headers = new StringBuilder();
                    record.headers()
                            .forEach(header -> headers.append(header.key())
                                    .append('=')
                                    .append(written(header.value()))
                                    .append(' '));
                    reader.accept(
                            "topic " + record.topic(), written(record.key()) + " " + headers + written(record.value()));
                }
                ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
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
