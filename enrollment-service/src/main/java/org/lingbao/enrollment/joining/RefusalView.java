package org.lingbao.enrollment.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.joining.EnrollmentView.Finding;
import org.lingbao.platform.problem.ProblemView;

/**
 * A refused application as it is sent: a problem ({@code application/problem+json}) that can be read again, with what its reader
 * is told before it costs them money.
 *
 * @param type URI reference of the kind of problem
 * @param title the first reason's text, or how many there are
 * @param status the HTTP status again
 * @param instance where the kept application can be read again, as the {@code Location}
 * @param applicationId the id of the kept application
 * @param errors all reasons
 * @param documents what to bring where the place says so (参保材料): one of each list
 * @param warnings what everybody is told, whatever was decided (防骗提示)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefusalView(
        String type,
        String title,
        int status,
        @Nullable String instance,
        @Nullable UUID applicationId,
        List<ProblemView.Item> errors,
        List<List<PaperView>> documents,
        List<Finding> warnings) {

    static RefusalView of(
            ProblemView problem, @Nullable String location, List<List<PaperView>> documents, List<Finding> warnings) {
        return new RefusalView(
                problem.type(),
                problem.title(),
                problem.status(),
                location,
                location == null ? null : UUID.fromString(location.substring(location.lastIndexOf('/') + 1)),
                problem.errors(),
                documents,
                warnings);
    }
}
