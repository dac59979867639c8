package org.lingbao.transfer.transfer.domain;

import java.util.List;

/** How a case ends in which nothing is moved. */
public sealed interface Ending {
    Status status();

    /** @param reasons all, sorted by code */
    record Refused(List<Reason> reasons) implements Ending {
        public Refused {
            reasons = Reason.sorted(reasons);
        }

        @Override
        public Status status() {
            return Status.REFUSED;
        }
    }

    /** The person does not want it any more (撤销). */
    record Cancelled() implements Ending {
        @Override
        public Status status() {
            return Status.CANCELLED;
        }
    }
}
