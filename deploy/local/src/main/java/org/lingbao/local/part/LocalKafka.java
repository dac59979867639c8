package org.lingbao.local.part;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Apache Kafka broker and its controller (KRaft, combined) inside this JVM, on the loopback interface. */
public final class LocalKafka implements AutoCloseable {
    private final KafkaRaftServer server;
    private final String bootstrap;

    private LocalKafka(KafkaRaftServer server, String bootstrap) {
        this.server = server;
        this.bootstrap = bootstrap;
    }

    /**
     * Starts the broker whose log is in {@code home}; formats it when it is new. Returns when it takes requests.
     *
     * @param silence for how long its heart may stand still before its controller takes all partitions from it; a broker
     *     that starts again waits as long, until its former self counts as gone
     */
    public static LocalKafka start(Path home, int port, int controllerPort, Duration silence) {
        try {
            Files.createDirectories(home);
            if (!Files.exists(home.resolve("meta.properties"))) {
                format(home);
            }
        } catch (Exception e) {
            throw new PartFailed("Kafka cannot make its directory " + home + ": " + e.getMessage(), e);
        }
        var settings = new Properties();
        settings.putAll(settings(home, port, controllerPort, silence));
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new LocalKafka(server, Ports.HOST + ":" + port);
    }

    private static void format(Path home) throws Exception {
        var formatter = new Formatter();
        formatter.setClusterId(Uuid.randomUuid().toString());
        formatter
                .setNodeId(1)
                .setDirectories(List.of(home.toString()))
                .setMetadataLogDirectory(home.toString())
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .run();
    }

    private static Map<String, String> settings(Path home, int port, int controllerPort, Duration silence) {
        var broker = Ports.HOST + ":" + port;
        var controller = Ports.HOST + ":" + controllerPort;
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@" + controller),
                Map.entry("listeners", "PLAINTEXT://" + broker + ",CONTROLLER://" + controller),
                Map.entry("advertised.listeners", "PLAINTEXT://" + broker),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                Map.entry("log.dirs", home.toString()),
                // A topic that nobody declared is a spelling mistake.
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "2"),
                Map.entry("background.threads", "2"),
                Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
                Map.entry("broker.session.timeout.ms", Long.toString(silence.toMillis())),
                Map.entry("broker.heartbeat.interval.ms", "500"),
                // One broker has nobody to hand its partitions to.
                Map.entry("controlled.shutdown.enable", "false"));
    }

    /** {@code host:port} for clients. */
    public String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
