package org.lingbao.enrollment.standing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.ProblemWords;
import org.lingbao.platform.problem.Violation;

/**
 * Takes an employer's hires and leaves line by line, each as if it had come alone: its own decision, its own transaction, its own
 * answer. A line is done once under the key of the whole, so that after a failure the whole is sent again. At any time one
 * line is read.
 */
@ApplicationScoped
class TakeDeclarations {
    private final Hire hire;
    private final EndEmployment end;
    private final HireChecks checks;
    private final IdempotencyHeader keys;
    private final ObjectMapper json;
    private final Validator validator;
    private final ProblemWords words;
    private final BusinessDay day;

    TakeDeclarations(
            Hire hire,
            EndEmployment end,
            HireChecks checks,
            IdempotencyHeader keys,
            ObjectMapper json,
            Validator validator,
            ProblemWords words,
            BusinessDay day) {
        this.hire = hire;
        this.end = end;
        this.checks = checks;
        this.keys = keys;
        this.json = json;
        this.validator = validator;
        this.words = words;
        this.day = day;
    }

    /** A line of the body, from 1. */
    record Numbered(int number, String text) {}

    /** @param key of the whole; see {@link IdempotencyHeader} */
    Uni<DeclarationsView> handle(Employer employer, @Nullable String key, Stream<Numbered> lines, Locale language) {
        return Multi.createFrom()
                .items(lines)
                .onItem()
                .transformToUniAndConcatenate(
                        line -> answer(employer, key, line).map(answer -> told(line.number(), answer, language)))
                .collect()
                .asList()
                .map(DeclarationsView::of);
    }

    private Uni<Answer> answer(Employer employer, @Nullable String key, Numbered line) {
        Declaration declaration;
        try {
            declaration = read(line.text());
        } catch (ProblemException wrong) {
            return Uni.createFrom().item(Answer.refused(wrong.problem()));
        }
        var hired = declaration.hire();
        var left = declaration.leave();
        if (hired != null) {
            var once = keys.key(employer.caller(), "declare " + line.number(), key, declaration);
            return alone("/hire", () -> hire.handle(employer, once, checks.check(hired, day.today())));
        }
        if (left == null) {
            throw new IllegalStateException("neither a hire nor a leave passed the validation");
        }
        return alone("/leave", () -> end.handle(employer, left.employmentId(), left.endedOn()));
    }

    /** What is wrong with one line is that line's answer; fields are named from the line's beginning. */
    private static Uni<Answer> alone(String part, Supplier<Uni<? extends Answer>> command) {
        return Uni.createFrom()
                .<Answer>deferred(command)
                .onFailure(ProblemException.class)
                .recoverWithItem(failure -> Answer.refused(((ProblemException) failure).problem()))
                .map(answer -> answer.body() instanceof Problem problem
                        ? Answer.refused(new Problem(
                                problem.status(),
                                problem.type(),
                                problem.violations().stream()
                                        .map(one -> one.pointer() == null ? one : one.at(part + one.pointer()))
                                        .toList(),
                                null))
                        : answer);
    }

    /** @throws ProblemException 400 with all that is wrong with the line */
    private Declaration read(String line) {
        Declaration declaration;
        try {
            declaration = json.readValue(line, Declaration.class);
        } catch (JsonProcessingException unreadable) {
            throw new ProblemException(Problem.malformed(new Violation("MALFORMED_BODY")));
        }
        if (declaration == null) {
            throw new ProblemException(Problem.malformed(new Violation("MALFORMED_BODY")));
        }
        var broken = validator.validate(declaration).stream()
                .map(TakeDeclarations::violation)
                .sorted(Comparator.comparing(Violation::toString))
                .toList();
        if (!broken.isEmpty()) {
            throw new ProblemException(Problem.malformed(broken));
        }
        return declaration;
    }

    private static Violation violation(ConstraintViolation<Declaration> broken) {
        var path = StreamSupport.stream(broken.getPropertyPath().spliterator(), false)
                .map(node -> "/" + node.getName())
                .reduce("", String::concat);
        return new Violation("CONSTRAINT").with("message", broken.getMessage()).at(path);
    }

    private DeclarationsView.Answered told(int number, Answer answer, Locale language) {
        return switch (answer.body()) {
            case Problem problem ->
                new DeclarationsView.Answered(
                        number,
                        answer.status(),
                        null,
                        words.view(problem, language).errors());
            case EmploymentView view ->
                new DeclarationsView.Answered(number, answer.status(), view.employmentId(), null);
            case JsonNode kept ->
                new DeclarationsView.Answered(
                        number,
                        answer.status(),
                        UUID.fromString(kept.path("employmentId").asText()),
                        null);
            default -> throw new IllegalStateException("an answer of another kind");
        };
    }

    /** The lines of a body that are not blank; each is cut out when it is its turn. */
    static Stream<Numbered> lines(String body) {
        var number = new AtomicInteger();
        return body.lines()
                .map(text -> new Numbered(number.incrementAndGet(), text))
                .filter(line -> !line.text().isBlank());
    }
}
