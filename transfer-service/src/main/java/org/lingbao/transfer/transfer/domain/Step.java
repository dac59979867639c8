package org.lingbao.transfer.transfer.domain;

import java.util.List;

/**
 * What an input does to a case. Of a message the other side learns which of the two it was.
 *
 * @param <S> the states of one side
 */
public sealed interface Step<S> {

    /** @param effects in the order in which they are to be done; none where the input changes nothing any more */
    record Taken<S>(S state, List<Effect> effects) implements Step<S> {
        public Taken {
            effects = List.copyOf(effects);
        }
    }

    /** Nothing is changed. @param reasons all, sorted by code */
    record Refused<S>(List<Reason> reasons) implements Step<S> {
        public Refused {
            reasons = Reason.sorted(reasons);
        }
    }

    static <S> Step<S> to(S state, Effect... effects) {
        return new Taken<>(state, List.of(effects));
    }

    static <S> Step<S> refused(Reason... reasons) {
        return new Refused<>(List.of(reasons));
    }
}
