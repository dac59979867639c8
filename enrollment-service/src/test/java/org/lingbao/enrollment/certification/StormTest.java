package org.lingbao.enrollment.certification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;
import org.lingbao.paper.Format;
import org.lingbao.paper.Paper;
import org.lingbao.paper.Press;
import org.lingbao.platform.problem.ProblemException;

/** More papers than there are places: those who find none are told so at once, and the others get theirs. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class StormTest {
    private static final Paper PAPER =
            new Paper("回执", "编号", List.of(), List.of(), new Paper.Proof("E0", "https://example/verify/E0"));
    private static final Duration LONG = Duration.ofMinutes(1);

    @Inject
    Press press;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "lingbao.paper.at-once")
    int atOnce;

    @ConfigProperty(name = "lingbao.paper.waiting")
    int waiting;

    @Test
    void who_finds_no_place_to_wait_is_told_to_come_again_and_all_others_are_served() throws InterruptedException {
        var open = new CountDownLatch(1);
        var workers = vertx.createSharedWorkerExecutor("paper", atOnce);
        for (var i = 0; i < atOnce; i++) {
            var _ = workers.executeBlocking(() -> open.await(1, TimeUnit.MINUTES), false);
        }

        var asked = IntStream.range(0, atOnce + waiting + 5)
                .mapToObj(i -> press.print(PAPER, Format.PDF)
                        .map(file -> file.length > 0 ? 200 : 0)
                        .onFailure(ProblemException.class)
                        .recoverWithItem(
                                full -> ((ProblemException) full).problem().status())
                        .subscribeAsCompletionStage())
                .toList();
        open.countDown();

        var answers = asked.stream()
                .map(answer -> Uni.createFrom().completionStage(answer).await().atMost(LONG))
                .toList();
        assertThat(answers).filteredOn(status -> status == 200).hasSize(atOnce + waiting);
        assertThat(answers).filteredOn(status -> status == 503).hasSize(5);
        assertThat(press.print(PAPER, Format.OFD).await().atMost(LONG))
                .as("afterwards")
                .isNotEmpty();
        workers.close().toCompletionStage().toCompletableFuture().join();
    }
}
