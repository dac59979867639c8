package org.lingbao.enrollment.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.enrollment.channel.Assistance;
import org.lingbao.enrollment.joining.domain.Application;
import org.lingbao.enrollment.place.Places;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** What is wrong with a well-formed application before the law is asked: codes that nobody has, all of them at once. */
@ApplicationScoped
public class EnrollmentChecks {
    private static final int FORBIDDEN = 403;

    private final Assistance assistance;
    private final String cell;

    EnrollmentChecks(Assistance assistance, @ConfigProperty(name = "lingbao.cell") String cell) {
        this.assistance = assistance;
        this.cell = cell;
    }

    /**
     * The application, if its places and channel are known here and the caller may act there.
     *
     * @throws ProblemException 400 with every unknown code and what comes close, and every statement that is missing, or 403
     */
    Application check(Caller caller, EnrollRequest request) {
        var application = request.toApplication();
        var violations = new ArrayList<>(wrong(application));
        violations.addAll(unstated(application));
        assistance.unknown(caller, request.channel()).ifPresent(violations::add);
        if (!violations.isEmpty()) {
            throw new ProblemException(Problem.malformed(violations));
        }
        refuseElsewhere(caller, application);
        return application;
    }

    /** Every place that nobody has, or that is not served here; pointers as in an application by itself. */
    public List<Violation> wrong(Application application) {
        var violations = new ArrayList<Violation>();
        places(application).forEach((pointer, place) -> {
            if (place != null) {
                Query.unknown(place, pointer).ifPresent(violations::add);
            }
        });
        Places.wholeProvince(application.place(), "/place").ifPresent(violations::add);
        if (violations.isEmpty()) {
            Query.notServed(application.place(), cell, "/place").ifPresent(violations::add);
        }
        return violations;
    }

    /** The residents' scheme is closed to more people, so it asks for more. */
    private static List<Violation> unstated(Application application) {
        if (application.scheme() != Scheme.RESIDENT) {
            return List.of();
        }
        var asked = new LinkedHashMap<String, @Nullable Boolean>();
        asked.put("/statements/student", application.statements().student());
        asked.put("/statements/stateStaff", application.statements().stateStaff());
        return asked.entrySet().stream()
                .filter(statement -> statement.getValue() == null)
                .map(statement -> new Violation("CONSTRAINT")
                        .with("message", "must not be null")
                        .at(statement.getKey()))
                .toList();
    }

    /** @throws ProblemException 403 where the caller is a clerk of another area */
    public static void refuseElsewhere(Caller caller, Application application) {
        if (!mayActAt(caller, application.place())) {
            throw new ProblemException(
                    Problem.of(FORBIDDEN, "forbidden", List.of(new Violation("FORBIDDEN").at("/place"))));
        }
    }

    private static Map<String, @Nullable Place> places(Application application) {
        var places = new LinkedHashMap<String, @Nullable Place>();
        places.put("/place", application.place());
        places.put("/workPlace", application.evidence().workPlace());
        places.put("/residencePermit", application.evidence().residencePermit());
        places.put("/licencePlace", application.evidence().licencePlace());
        return places;
    }

    /** A clerk enrolls into the own area; a district's, town's or community's counter into the pooling area (统筹区) that it lies in. */
    private static boolean mayActAt(Caller caller, Place place) {
        if (!caller.is(Role.CLERK)) {
            return true;
        }
        if (!(caller.scope() instanceof AccessScope.Subtree subtree)) {
            return false;
        }
        var area = new Place(subtree.place());
        return area.covers(place) || place.covers(area);
    }
}
