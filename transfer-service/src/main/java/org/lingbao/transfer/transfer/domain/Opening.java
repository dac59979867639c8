package org.lingbao.transfer.transfer.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lingbao.rules.deadline.Deadline;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.transfer.Mover;
import org.lingbao.rules.transfer.Takeover;
import org.lingbao.transfer.transfer.domain.Effect.Inform;
import org.lingbao.transfer.transfer.domain.Effect.News;

/** What an application comes to (受理结果), at once: by the law first, and then by what is going on here. */
public sealed interface Opening {
    /** Within one province nothing is transferred (省内无需转移). */
    record NotNeeded() implements Opening {}

    /**
     * The relation stays where it is; here all goes to a temporary account (临时基本养老保险缴费账户).
     *
     * @param reachedOn the day from which the age asks for it
     */
    record Temporary(LocalDate reachedOn) implements Opening {}

    /** @param reasons all, sorted by code */
    record Refused(List<Reason> reasons) implements Opening {
        public Refused {
            reasons = Reason.sorted(reasons);
        }
    }

    record Opened(TransferIn.Applied state, List<Effect> effects) implements Opening {
        public Opened {
            effects = List.copyOf(effects);
        }
    }

    /**
     * Decides an application at the new place, with how the law does.
     *
     * @param mover who it is; nothing of it is kept
     * @param transferOpen whether another transfer of the person is going on here
     */
    static Explained<Opening> of(Move move, Mover mover, boolean transferOpen, Moment moment) {
        var takeover = moment.law().transfer().takeover(mover);
        var reasons = new ArrayList<Reason>();
        if (takeover.value() instanceof Takeover.Refused(var ofLaw)) {
            ofLaw.forEach(reason -> reasons.add(new Reason(reason.code())));
        }
        if (transferOpen) {
            reasons.add(Reason.TRANSFER_OPEN);
        }
        Opening opening = switch (takeover.value()) {
            case Takeover.NotNeeded _ -> new NotNeeded();
            case Takeover.TemporaryAccount temporary -> new Temporary(temporary.reachedOn());
            case Takeover.TakenOver _
            when reasons.isEmpty() ->
                new Opened(
                        new TransferIn.Applied(move, Clock.from(Deadline.TRANSFER_LETTER, moment.today())),
                        List.of(new Inform(News.APPLICATION_RECEIVED)));
            case Takeover.TakenOver _, Takeover.Refused _ -> new Refused(reasons);
        };
        return new Explained<>(opening, takeover::trace);
    }
}
