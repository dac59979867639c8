package org.lingbao.transfer.exchange;

import java.util.List;

/** What the one who got a letter made of it (办理回执). */
public sealed interface Verdict {
    record Accepted() implements Verdict {}

    /**
     * Nothing was changed.
     *
     * @param codes all of its reasons, as the catalogue of codes has them
     */
    record Rejected(List<String> codes) implements Verdict {
        public Rejected {
            codes = List.copyOf(codes);
            if (codes.isEmpty()) {
                throw new IllegalArgumentException("a rejection needs a reason");
            }
        }
    }
}
