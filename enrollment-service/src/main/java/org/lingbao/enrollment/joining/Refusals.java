package org.lingbao.enrollment.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.joining.EnrollmentView.Finding;
import org.lingbao.enrollment.joining.domain.Application;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.problem.Languages;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemWords;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.value.Scheme;

/**
 * Tells who was refused what no problem has a place for: what to bring, the warnings, and where the kept application can be read again. What is
 * kept under the idempotency key is the problem alone; a retry hears the warnings, too.
 */
@ApplicationScoped
public class Refusals {
    private final Warnings warnings;
    private final ProblemWords words;
    private final BusinessDay day;

    Refusals(Warnings warnings, ProblemWords words, BusinessDay day) {
        this.warnings = warnings;
        this.words = words;
        this.day = day;
    }

    /** A refusal that has not got its words yet. */
    private record Told(
            Problem problem, @Nullable String location, List<List<PaperView>> documents, List<Finding> warnings) {}

    /** 422 with every reason, and where the application is kept. */
    public static Answer of(String type, String path, UUID application, List<Violation> reasons) {
        var problem = Problem.unprocessable(type, reasons);
        return new Answer(problem.status(), path + application, problem, false);
    }

    /** The answer to this application; only a refusal is told more. */
    public Response toResponse(Answer answer, Application application) {
        var response = answer.toResponse();
        var today = day.today();
        return answer.body() instanceof Problem problem
                ? Response.fromResponse(response)
                        .entity(new Told(
                                problem,
                                answer.location(),
                                documents(application, today),
                                warnings.of(application.scheme(), today)))
                        .build()
                : response;
    }

    private static List<List<PaperView>> documents(Application application, LocalDate today) {
        try {
            return application.scheme() == Scheme.EMPLOYEE
                    ? PaperView.of(Law.standard()
                            .applying()
                            .in(application.place(), today)
                            .value()
                            .documents())
                    : List.of();
        } catch (DataNotLoaded unknown) {
            return List.of(); // what that place asks for is not loaded; the refusal is told all the same
        }
    }

    @ServerResponseFilter
    public void render(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Told(var problem, var location, var documents, var told)) {
            var language = Languages.of(request.getAcceptableLanguages());
            response.setEntity(RefusalView.of(words.view(problem, language), location, documents, told));
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        }
    }
}
