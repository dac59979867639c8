package org.lingbao.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The broker as a process of its own, so that it can be killed and started again while services go on. */
public final class KafkaProcess {
    private KafkaProcess() {}

    /** {@code KafkaProcess <home> <port> <controller port> <ready file> <topic prefix>...} */
    public static void main(String[] arguments) throws IOException {
        var kafka =
                LocalKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "shutdown"));
        for (int i = 4; i < arguments.length; i++) {
            Topics.create(kafka.bootstrap(), arguments[i]);
        }
        Files.writeString(
                Path.of(arguments[3]), Long.toString(ProcessHandle.current().pid()));
    }
}
