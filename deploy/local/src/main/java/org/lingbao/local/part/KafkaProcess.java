package org.lingbao.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The broker as a process of its own, so that it can be killed and started again while services go on. */
public final class KafkaProcess {
    /** Short, because it is killed and starts again. */
    private static final Duration SILENCE = Duration.ofSeconds(6);

    private KafkaProcess() {}

    /** {@code KafkaProcess <home> <port> <controller port> <ready file> <topic prefix>...} */
    public static void main(String[] arguments) throws IOException {
        var home = Path.of(arguments[0]);
        var kafka = LocalKafka.start(home, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), SILENCE);
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "shutdown"));
        for (int i = 4; i < arguments.length; i++) {
            Topics.create(kafka.bootstrap(), arguments[i]);
        }
        Files.writeString(
                Path.of(arguments[3]), Long.toString(ProcessHandle.current().pid()));
    }
}
