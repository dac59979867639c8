package org.lingbao.platform.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives a problem its words in the language that the request accepts: Chinese, or English where that is preferred. */
@ApplicationScoped
public class ProblemWords {
    private final Catalogue catalogue;

    ProblemWords(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @ServerResponseFilter
    public void render(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem) {
            var language = Languages.of(request.getAcceptableLanguages());
            response.setEntity(view(problem, language));
            response.getHeaders().putSingle("Content-Language", language.toLanguageTag());
        }
    }

    /** The problem with its words. */
    public ProblemView view(Problem problem, Locale language) {
        var errors = problem.violations().stream()
                .map(violation -> item(violation, language))
                .toList();
        return new ProblemView("/problems/" + problem.type(), title(errors, language), problem.status(), errors);
    }

    private ProblemView.Item item(Violation violation, Locale language) {
        return new ProblemView.Item(
                violation.code(),
                catalogue.detail(violation, language),
                catalogue.citation(violation).orElse(null),
                catalogue.howToFix(violation, language),
                violation.pointer(),
                violation.parameters());
    }

    private static String title(List<ProblemView.Item> errors, Locale language) {
        if (errors.size() == 1) {
            return errors.getFirst().detail();
        }
        return language.equals(Locale.ENGLISH) ? errors.size() + " reasons" : "共" + errors.size() + "项原因";
    }
}
