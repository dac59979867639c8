package org.lingbao.enrollment.onething;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.lingbao.enrollment.channel.Assistance;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.employment.EmploymentRegister;
import org.lingbao.enrollment.joining.EnrollmentChecks;
import org.lingbao.enrollment.onething.ApplyForOneThing.Asked;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** What is wrong with a well-formed application before the law is asked: codes that nobody has, of all parts at once. */
@ApplicationScoped
class OneThingChecks {
    private final EmploymentRegister register;
    private final EnrollmentChecks enrollment;
    private final Assistance assistance;

    OneThingChecks(EmploymentRegister register, EnrollmentChecks enrollment, Assistance assistance) {
        this.register = register;
        this.enrollment = enrollment;
        this.assistance = assistance;
    }

    /** @throws ProblemException 400 with every unknown code and what comes close, or 403 */
    Asked check(Caller caller, OneThingRequest request) {
        var application = request.application();
        var work = request.work();
        var wrong = Stream.of(
                        enrollment.wrong(application),
                        register.wrong(work).stream()
                                .map(violation -> atWorkPlace(violation, request))
                                .toList(),
                        assistance.unknown(caller, request.channel()).stream().toList())
                .flatMap(List::stream)
                .collect(
                        LinkedHashMap<String, Violation>::new,
                        (found, violation) -> found.putIfAbsent(violation.code() + violation.pointer(), violation),
                        LinkedHashMap::putAll);
        if (!wrong.isEmpty()) {
            throw new ProblemException(Problem.malformed(List.copyOf(wrong.values())));
        }
        EnrollmentChecks.refuseElsewhere(caller, application);
        var via = new Via(caller, request.channel(), request.confirmation());
        return new Asked(request.person(), work, application, request.plan().toWish(), via);
    }

    /** The work's place has another name here. */
    private static Violation atWorkPlace(Violation violation, OneThingRequest request) {
        return Objects.equals(violation.pointer(), "/place") && request.workPlace() != null
                ? violation.at("/workPlace")
                : violation;
    }
}
