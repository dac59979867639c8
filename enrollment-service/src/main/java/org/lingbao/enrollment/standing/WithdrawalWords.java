package org.lingbao.enrollment.standing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lingbao.enrollment.standing.DeathWithdrawnView.ToDo;
import org.lingbao.enrollment.standing.DeathWithdrawnView.Words;
import org.lingbao.enrollment.standing.domain.DeathWithdrawal.Reason;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.problem.Catalogue;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.Violation;

/** Why the record of a death is not withdrawn, and what is left to do where it is, in codes of the catalogue. */
@ApplicationScoped
class WithdrawalWords {
    private final Catalogue catalogue;

    WithdrawalWords(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Answer refused(List<Reason> reasons) {
        return Answer.refused(Problem.unprocessable(
                "death-withdrawal-refused",
                reasons.stream().map(WithdrawalWords::violation).toList()));
    }

    private static Violation violation(Reason reason) {
        var violation = new Violation(reason.code());
        return switch (reason) {
            case Reason.NotRecorded _, Reason.ByWhoRecorded _ -> violation;
            case Reason.OtherDay(var recorded) ->
                violation.with("diedOn", recorded).at("/diedOn");
            case Reason.SameDocument _ -> violation.at("/evidence");
        };
    }

    /** What contribution cannot decide alone: plans that something else ended meanwhile, and months that nobody was billed. */
    List<ToDo> toDo() {
        return Stream.of(new Violation("PLANS_AFTER_DEATH_WITHDRAWN"), new Violation("MONTHS_AFTER_DEATH_WITHDRAWN"))
                .map(notice -> new ToDo(
                        notice.code(),
                        words(language -> catalogue.detail(notice, language)),
                        words(language -> catalogue.howToFix(notice, language))))
                .toList();
    }

    private static Words words(Function<Locale, String> text) {
        return new Words(text.apply(Locale.SIMPLIFIED_CHINESE), text.apply(Locale.ENGLISH));
    }
}
