package org.lingbao.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lingbao.platform.problem.ProblemException;

class PressTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void papers_made_at_the_same_time_say_what_each_should() throws Exception {
        var press = new Press(vertx, 4, 32);
        var names = IntStream.range(0, 32)
                .mapToObj(i -> "赵" + "甲乙丙丁戊己庚辛".charAt(i % 8) + i)
                .toList();

        for (var format : Format.values()) {
            var printed = names.stream()
                    .map(name -> press.print(PrintedTest.named(name), format).subscribeAsCompletionStage())
                    .toList();
            for (var i = 0; i < names.size(); i++) {
                assertThat(String.join("", PrintedTest.pages(printed.get(i).join(), format)))
                        .contains("姓名" + names.get(i) + "社会保障号码");
            }
        }
        press.close();
    }

    @Test
    void who_finds_no_place_to_wait_is_told_to_come_again() {
        var press = new Press(vertx, 1, 3);
        var begun = new ArrayList<CompletableFuture<byte[]>>();

        IntStream.range(0, 32)
                .forEach(i -> begun.add(
                        press.print(PrintedTest.named("赵强"), Format.OFD).subscribeAsCompletionStage()));
        var refused = begun.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .toList();

        assertThat(refused)
                .hasSizeBetween(1, 28)
                .allSatisfy(paper -> assertThat(paper.exceptionNow())
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                e -> assertThat(e.problem().toResponse())
                                        .satisfies(answer ->
                                                assertThat(answer.getStatus()).isEqualTo(503))
                                        .satisfies(answer -> assertThat(answer.getHeaderString("Retry-After"))
                                                .isEqualTo("2"))));
        begun.removeAll(refused);
        assertThat(begun).allSatisfy(paper -> assertThat(paper.join()).isNotEmpty());
        assertThat(press.print(PrintedTest.named("赵强"), Format.PDF).await().atMost(PATIENCE))
                .isNotEmpty();
        press.close();
    }
}
