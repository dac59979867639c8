package org.lingbao.local.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lingbao.local.part.ExchangeKeys;
import org.lingbao.local.part.JobCodeKeys;
import org.lingbao.local.part.KafkaProcess;
import org.lingbao.local.part.Keycloak;
import org.lingbao.local.part.LocalIssuer;
import org.lingbao.local.part.LocalPostgres;
import org.lingbao.local.part.Ports;
import org.lingbao.local.part.Secrets;

/**
 * What a stack consists of, and how each part is started.
 *
 * @param images the services that run as native images
 */
record StackPlan(Home home, PortPlan ports, List<Cell> cells, List<Service> images) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** A cell that is away here is started again in a moment, and whoever tells the story does not wait for five minutes. */
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(8);

    /**
     * The first compiler only and the serial collector: least work until a small process is ready. Whoever measures wants
     * both compilers, as in production.
     */
    private static final List<String> SMALL_JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=" + Objects.requireNonNullElse(System.getenv("LINGBAO_COMPILER"), "1"),
            "-Dfile.encoding=UTF-8");

    /** Of each service; a trial that replaces them one after the other wants two. */
    private static final int COPIES =
            Integer.parseInt(Objects.requireNonNullElse(System.getenv("LINGBAO_COPIES"), "1"));

    /** Parts in the order of their start: those of one list start together, each list after the one before. */
    List<List<Part>> parts() {
        var postgres = new PostgresPart(home, ports.postgres());
        var services = cells.stream()
                .flatMap(cell -> Stream.of(Service.values())
                        .flatMap(service -> IntStream.rangeClosed(1, COPIES)
                                .mapToObj(copy -> new Copy(cell, service, copy))
                                .map(copy -> service(copy, () -> launch(copy, postgres)))))
                .toList();
        return List.of(List.of(keycloak(), postgres, kafka()), services);
    }

    /** The parts of a {@link Preparation}: one service, and no broker, for it starts without. */
    List<List<Part>> training(SharedClasses shared) {
        var cell = cells.getFirst();
        var postgres = new PostgresPart(home, ports.postgres());
        return List.of(
                List.of(postgres),
                List.of(service(
                        new Copy(cell, SharedClasses.MODEL, 1),
                        () -> shared.training(
                                java("-Xmx256m"),
                                environment(
                                        cell,
                                        SharedClasses.MODEL,
                                        postgres.database(SharedClasses.MODEL.database(cell)))))));
    }

    /** A service that is none of the parts: it has another database, another port and no broker. */
    Part apart(Cell cell, Service service, LocalPostgres.Roles database, int port) {
        var name = service.text() + " apart";
        return new ProcessPart(
                name,
                port,
                home.log(name.replace(' ', '-')),
                home.path(),
                () -> {
                    var environment = new HashMap<>(environment(cell, service, database));
                    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
                    environment.put("KAFKA_BOOTSTRAP_SERVERS", Ports.HOST + ":" + Ports.free());
                    return SharedClasses.of(home.root())
                            .launch(QuarkusApp.of(home.root(), service), java("-Xmx256m"), environment);
                },
                () -> answers(URI.create("http://" + Ports.HOST + ":" + port + "/q/health/ready")));
    }

    private Part keycloak() {
        var configuration = URI.create(LocalIssuer.issuerAt(ports.issuer()) + "/.well-known/openid-configuration");
        var log = home.log("keycloak");
        return new ProcessPart(
                "Keycloak",
                ports.issuer(),
                log,
                home.path(),
                () -> new ProcessPart.Launch(
                        Keycloak.of(home.root()).start(home.data("keycloak"), ports.issuer(), log), Map.of()),
                () -> answers(configuration));
    }

    private Part kafka() {
        var ready = home.run("kafka.ready");
        return new ProcessPart(
                "Kafka",
                ports.kafka(),
                home.log("kafka"),
                home.path(),
                () -> {
                    deleteIfThere(ready);
                    var command = java("-Xmx320m", "--enable-native-access=ALL-UNNAMED");
                    command.addAll(List.of("-cp", System.getProperty("java.class.path"), KafkaProcess.class.getName()));
                    command.addAll(List.of(
                            home.data("kafka").toString(),
                            Integer.toString(ports.kafka()),
                            Integer.toString(ports.kafkaController()),
                            ready.toString()));
                    cells.forEach(cell -> command.add(cell.topicPrefix()));
                    return new ProcessPart.Launch(command, Map.of());
                },
                () -> Files.exists(ready));
    }

    private Part service(Copy copy, Supplier<ProcessPart.Launch> launch) {
        var port = copy.port(ports);
        return new ProcessPart(
                copy.name(),
                port,
                home.log(copy.log()),
                home.path(),
                launch,
                () -> answers(URI.create("http://" + Ports.HOST + ":" + port + "/q/health/ready")));
    }

    private ProcessPart.Launch launch(Copy copy, PostgresPart postgres) {
        var service = copy.service();
        var build = new Build(home, copy.name());
        var roles = postgres.database(service.database(copy.cell()));
        var environment =
                new HashMap<>(environment(copy.cell(), service, build.partsRoles() ? roles : roles.ownerAlone()));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(copy.port(ports)));
        if (images.contains(service)) {
            return NativeImage.of(home.root(), service).launch(environment);
        }
        var app = QuarkusApp.of(build.checkout(), service);
        return SharedClasses.of(home.root()).launch(app, java("-Xmx256m"), environment);
    }

    private Map<String, String> environment(Cell cell, Service service, LocalPostgres.Roles database) {
        var environment = new HashMap<>(configuration(cell, service, database));
        environment.putAll(new WrongClock(home, service.text() + " " + cell.number()).environment());
        if (service == Service.TRANSFER) {
            environment.putAll(transferConfiguration(cell));
        }
        if (service == Service.ENROLLMENT) {
            environment.put("LINGBAO_CERTIFICATION_VERIFY_AT", address(cell, Service.ENROLLMENT) + "/verify/");
        }
        if (service == Service.JOB_MATCHING) {
            environment.put("LINGBAO_JOB_CODE_KEYS", jobCodeKeys(cell).toString());
        }
        return environment;
    }

    /** Configuration goes through the environment: other users of the machine can read command lines. */
    private Map<String, String> configuration(Cell cell, Service service, LocalPostgres.Roles database) {
        return Map.ofEntries(
                Map.entry("QUARKUS_HTTP_HOST", Ports.HOST),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(ports.service(cell, service))),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", database.service().user()),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", database.service().password()),
                Map.entry("QUARKUS_DATASOURCE_REACTIVE_URL", database.service().reactiveUrl()),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", database.owner().jdbcUrl()),
                Map.entry("QUARKUS_FLYWAY_USERNAME", database.owner().user()),
                Map.entry("QUARKUS_FLYWAY_PASSWORD", database.owner().password()),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", Ports.HOST + ":" + ports.kafka()),
                Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", LocalIssuer.issuerAt(ports.issuer())),
                Map.entry("LINGBAO_ISSUER_KEYS_INTERVAL", "PT3S"),
                Map.entry("LINGBAO_CELL", Integer.toString(cell.number())),
                Map.entry("LINGBAO_TOPIC_PREFIX", cell.topicPrefix()),
                Map.entry("LINGBAO_KEYS", keys(cell).toString()),
                Map.entry("LINGBAO_BUSINESS_DAY_MOVABLE", "true"),
                Map.entry("LINGBAO_BUSINESS_DAY_START", "2026-09-01"));
    }

    private Map<String, String> transferConfiguration(Cell cell) {
        return Map.of(
                "LINGBAO_ENROLLMENT_URL", address(cell, Service.ENROLLMENT),
                "LINGBAO_CONTRIBUTION_URL", address(cell, Service.CONTRIBUTION),
                "LINGBAO_CLIENT_SECRET", "lingbao",
                "LINGBAO_TRANSFER_PAYEE", "agency of cell " + cell.number(),
                "LINGBAO_EXCHANGE_KEYS", exchangeKeys(cell).toString(),
                "LINGBAO_EXCHANGE_RETRY_CAP", LONGEST_RETRY.toString());
    }

    /** All cells of the stack trust each other. */
    private Path exchangeKeys(Cell cell) {
        var members = cells.stream()
                .map(other -> new ExchangeKeys.Member(
                        other.province(),
                        home.exchangeKeys(other),
                        "http://" + Ports.HOST + ":" + ports.service(other, Service.TRANSFER)))
                .toList();
        try {
            ExchangeKeys.make(members, Clock.systemUTC());
            return home.exchangeKeys(cell);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the keys of cell " + cell.number(), e);
        }
    }

    /** Only this service signs with them. */
    private Path jobCodeKeys(Cell cell) {
        try {
            return JobCodeKeys.make(home.keys(cell));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the keys of cell " + cell.number(), e);
        }
    }

    private String address(Cell cell, Service service) {
        return "http://" + Ports.HOST + ":" + ports.service(cell, service);
    }

    private Path keys(Cell cell) {
        try {
            Secrets.cellKeys(home.keys(cell));
            return home.keys(cell);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the keys of cell " + cell.number(), e);
        }
    }

    static List<String> java(String... options) {
        var command = new ArrayList<String>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(SMALL_JVM);
        command.addAll(List.of(options));
        return command;
    }

    private static boolean answers(URI address) {
        var request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void deleteIfThere(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
