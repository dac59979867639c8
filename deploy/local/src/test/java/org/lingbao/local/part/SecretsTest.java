package org.lingbao.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @Test
    void services_that_start_together_find_the_same_keys(@TempDir Path home) throws Exception {
        for (int round = 0; round < 20; round++) {
            var keys = home.resolve("keys-" + round);
            Callable<String> start = () -> {
                Secrets.cellKeys(keys);
                return Files.readString(keys.resolve("encryption.keys")) + Files.readString(keys.resolve("index.key"));
            };
            try (var threads = Executors.newFixedThreadPool(8)) {
                var found = threads
                        .invokeAll(IntStream.range(0, 8).mapToObj(i -> start).toList())
                        .stream()
                        .map(future -> future.resultNow())
                        .collect(Collectors.toSet());
                assertThat(found).hasSize(1);
            }
        }
    }
}
