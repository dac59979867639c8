package org.lingbao.contribution.gathering;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.lingbao.platform.problem.ProblemException;

class GatheringTest {
    /** A statement under way: what it was given, and how it is answered. */
    private record Sent(List<String> group, UniEmitter<? super Map<String, String>> answer) {
        void succeeds() {
            answer.complete(group.stream().collect(toMap(identity(), GatheringTest::result)));
        }
    }

    private final List<Sent> sent = new ArrayList<>();

    /** A command is named by what it claims and a number: {@code bill-1}. */
    private Gathering<String, String> gathering(int lanes, int most, int longest) {
        return new Gathering<>(
                new Gathering.Size(lanes, most, longest),
                command -> Set.of(claim(command)),
                group -> Uni.createFrom().emitter(answer -> sent.add(new Sent(group, answer))));
    }

    private static String claim(String command) {
        return command.substring(0, command.indexOf('-'));
    }

    private static String result(String command) {
        return "done " + command;
    }

    private static CompletableFuture<Optional<String>> add(Gathering<String, String> to, String command) {
        return to.add(command).subscribeAsCompletionStage();
    }

    private Sent take() {
        return sent.removeFirst();
    }

    @Test
    void what_comes_while_all_lanes_are_busy_goes_together_when_one_is_free() {
        var gathering = gathering(2, 10, 10);
        var answers = List.of("a-1", "b-2", "c-3", "d-4").stream()
                .map(command -> add(gathering, command))
                .toList();
        assertThat(sent).extracting(Sent::group).containsExactly(List.of("a-1"), List.of("b-2"));
        take().succeeds();
        assertThat(sent).extracting(Sent::group).containsExactly(List.of("b-2"), List.of("c-3", "d-4"));
        take().succeeds();
        take().succeeds();
        assertThat(answers)
                .extracting(CompletableFuture::join)
                .map(Optional::orElseThrow)
                .containsExactly("done a-1", "done b-2", "done c-3", "done d-4");
        assertThat(sent).isEmpty();
    }

    @Test
    void of_two_that_claim_the_same_the_second_waits_and_overtakes_nobody_with_its_claim() {
        var gathering = gathering(1, 10, 10);
        for (var command : List.of("x-0", "a-1", "a-2", "b-3", "a-4")) {
            var _ = add(gathering, command);
        }
        take().succeeds();
        assertThat(take().group()).isEqualTo(List.of("a-1", "b-3"));
    }

    @Test
    void a_group_is_no_larger_than_it_may_be_and_who_does_not_find_a_place_to_wait_is_turned_away() {
        var gathering = gathering(1, 2, 3);
        var answers = List.of("x-0", "a-1", "b-2", "c-3", "d-4").stream()
                .map(command -> add(gathering, command))
                .toList();
        assertThat(answers.getLast())
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(ProblemException.class);
        take().succeeds();
        assertThat(take().group()).isEqualTo(List.of("a-1", "b-2"));
    }

    @Test
    void where_the_database_refuses_a_group_each_of_it_is_done_alone_and_at_once() {
        var gathering = gathering(1, 10, 10);
        var first = add(gathering, "x-0");
        var good = add(gathering, "a-1");
        var bad = add(gathering, "b-2");
        var behind = add(gathering, "c-3");
        take().succeeds();
        take().answer().fail(refusal("P0001"));
        assertThat(sent).extracting(Sent::group).containsExactly(List.of("a-1"), List.of("b-2"), List.of("c-3"));
        var later = add(gathering, "d-4");
        take().succeeds();
        take().answer().fail(refusal("P0001"));
        assertThat(first.join()).contains("done x-0");
        assertThat(good.join()).contains("done a-1");
        assertThat(bad).isCompletedExceptionally();
        assertThat(behind).isNotDone();
        take().succeeds();
        assertThat(behind.join()).contains("done c-3");
        take().succeeds();
        assertThat(later.join()).contains("done d-4");
    }

    @Test
    void a_database_that_shuts_down_is_an_outage_for_all_of_a_group() {
        var gathering = gathering(1, 10, 10);
        var all = List.of(add(gathering, "x-0"), add(gathering, "a-1"), add(gathering, "b-2"));
        take().succeeds();
        take().answer().fail(refusal("57P01"));
        assertThat(all.subList(1, 3)).allSatisfy(one -> assertThat(one).isCompletedExceptionally());
        assertThat(sent).isEmpty();
    }

    @Test
    void an_outage_is_told_to_all_of_a_group_and_the_lane_is_free_again() {
        var gathering = gathering(1, 10, 10);
        var all = List.of(add(gathering, "x-0"), add(gathering, "a-1"), add(gathering, "b-2"));
        take().succeeds();
        take().answer().fail(new IOException("gone"));
        assertThat(all.get(1)).isCompletedExceptionally();
        assertThat(all.get(2)).isCompletedExceptionally();
        var later = add(gathering, "c-3");
        take().succeeds();
        assertThat(later.join()).contains("done c-3");
    }

    @Test
    void a_command_without_a_result_is_told_so() {
        var gathering = gathering(1, 10, 10);
        var known = add(gathering, "a-1");
        take().answer().complete(Map.of());
        assertThat(known.join()).isEmpty();
    }

    @Test
    void whatever_comes_in_whatever_order_each_gets_its_own_result_once_and_claims_are_served_in_turn() {
        qt().forAll(
                        lists().of(integers().between(0, 4)).ofSizeBetween(1, 40),
                        integers().between(1, 4))
                .checkAssert((claims, lanes) -> {
                    sent.clear();
                    var gathering = gathering(lanes, 3, 100);
                    var answers = new HashMap<String, CompletableFuture<Optional<String>>>();
                    var order = new HashMap<String, Integer>();
                    for (var number = 0; number < claims.size(); number++) {
                        var command = claims.get(number) + "-" + number;
                        answers.put(command, add(gathering, command));
                        if (number % 3 == 0) {
                            serve(order);
                        }
                        assertThat(sent.size()).isLessThanOrEqualTo(lanes);
                    }
                    while (!sent.isEmpty()) {
                        serve(order);
                    }
                    answers.forEach(
                            (command, answer) -> assertThat(answer.join()).contains(result(command)));
                });
    }

    /** The oldest statement is answered; no group claims a thing twice, and none before who came earlier. */
    private void serve(Map<String, Integer> order) {
        var one = take();
        assertThat(one.group()).extracting(GatheringTest::claim).doesNotHaveDuplicates();
        for (var command : one.group()) {
            var number = Integer.parseInt(command.substring(command.indexOf('-') + 1));
            assertThat(order.getOrDefault(claim(command), -1)).isLessThan(number);
            order.put(claim(command), number);
        }
        one.succeeds();
    }

    private static PgException refusal(String state) {
        return new PgException("broken", "ERROR", state, "raised");
    }
}
