package org.lingbao.transfer.transfer.domain;

import java.util.List;

/** What a message came to (办理回执): the second receipt, after that of transport. Given once; a repeated message gets it again. */
public record Receipt(Sequence sequence, DocumentType document, Verdict verdict) implements Input {

    /** Taken in, or not with every reason. */
    public sealed interface Verdict {
        record Accepted() implements Verdict {}

        /** Nothing was changed. @param reasons all, sorted by code */
        record Rejected(List<Reason> reasons) implements Verdict {
            public Rejected {
                reasons = Reason.sorted(reasons);
            }
        }
    }

    /** The receipt that a step gives for its message. */
    public static Receipt of(Sequence sequence, DocumentType document, Step<?> step) {
        return new Receipt(
                sequence,
                document,
                switch (step) {
                    case Step.Taken<?> _ -> new Verdict.Accepted();
                    case Step.Refused<?>(var reasons) -> new Verdict.Rejected(reasons);
                });
    }
}
