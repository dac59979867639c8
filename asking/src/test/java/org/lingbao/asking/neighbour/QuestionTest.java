package org.lingbao.asking.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;

class QuestionTest {
    private static final Problem AWAY = Problem.unavailable("ENROLLMENT_UNAVAILABLE", Duration.ofSeconds(5));

    private final AtomicInteger asked = new AtomicInteger();

    /** Answers with these statuses, one after the other. */
    private Optional<String> ask(int... statuses) {
        var question = Uni.createFrom().deferred(() -> {
            var status = statuses[asked.getAndIncrement()];
            return status == 200
                    ? Uni.createFrom().item("answer")
                    : Uni.createFrom().<String>failure(new WebApplicationException(status));
        });
        return Question.ask(question, Set.of(404), AWAY).await().atMost(Duration.ofSeconds(60));
    }

    @Test
    void a_token_that_is_not_taken_any_more_is_replaced_once() {
        assertThat(ask(401, 200)).contains("answer");
        assertThat(asked).hasValue(2);
    }

    @Test
    void who_is_never_let_in_hears_that_there_is_no_answer() {
        assertThatThrownBy(() -> ask(401, 401)).isInstanceOf(ProblemException.class);
        assertThat(asked).hasValue(2);
    }

    @Test
    void anything_else_is_asked_once() {
        assertThat(ask(404)).isEmpty();
        assertThat(asked).hasValue(1);
    }
}
