package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import org.lingbao.rules.Law;
import org.lingbao.rules.enrollment.Applicant;
import org.lingbao.rules.enrollment.Applying;
import org.lingbao.rules.enrollment.Category;
import org.lingbao.rules.enrollment.Document;
import org.lingbao.rules.enrollment.Eligibility;
import org.lingbao.rules.enrollment.Eligibility.Eligible;
import org.lingbao.rules.enrollment.Eligibility.Ineligible;
import org.lingbao.rules.enrollment.Status;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.value.Scheme;

/** {@code enrollment.decide} and {@code enrollment.applying} */
final class EnrollmentAnswer {
    private EnrollmentAnswer() {}

    static Explained<ObjectNode> of(Law law, Input input) {
        return law.enrollment()
                .decide(
                        input.constant(Scheme.class, "scheme"),
                        input.place("place"),
                        input.date("on"),
                        applicant(input.nested("person")))
                .map(EnrollmentAnswer::answer);
    }

    static Explained<ObjectNode> applying(Law law, Input input) {
        return law.applying().in(input.place("place"), input.date("on")).map(EnrollmentAnswer::answer);
    }

    private static ObjectNode answer(Applying applying) {
        var answer = Answers.object();
        var documents = answer.putArray("documents");
        for (var anyOf : applying.documents()) {
            var alternatives = documents.addArray();
            anyOf.stream().sorted().map(Document::name).forEach(alternatives::add);
        }
        var channels = answer.putArray("channels");
        applying.channels().forEach(channel -> channels.add(channel.name()));
        var warnings = answer.putArray("warnings");
        applying.warnings().forEach(warning -> warnings.add(warning.name()));
        var before = answer.putArray("before");
        applying.before().stream().sorted().forEach(registration -> before.add(registration.name()));
        return answer;
    }

    private static ObjectNode answer(Eligibility eligibility) {
        var answer = Answers.object();
        switch (eligibility) {
            case Eligible eligible -> {
                var notices = answer.put("accepted", true)
                        .put("ground", eligible.ground().name())
                        .putArray("notices");
                eligible.notices().forEach(notice -> notices.add(notice.name()));
            }
            case Ineligible ineligible -> {
                var reasons = answer.put("accepted", false).putArray("reasons");
                ineligible.reasons().forEach(reason -> reasons.add(reason.code()));
            }
        }
        return answer;
    }

    private static Applicant applicant(Input person) {
        return new Applicant(
                person.date("birthDate"),
                person.constant(Sex.class, "sex"),
                person.optionalPlace("hukou"),
                person.optionalPlace("residencePermit"),
                person.optionalPlace("workPlace"),
                person.optionalPlace("licencePlace"),
                person.constant(Category.class, "category"),
                person.constants(Status.class, "status").collect(Collectors.toSet()));
    }
}
