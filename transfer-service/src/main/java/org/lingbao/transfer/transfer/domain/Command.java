package org.lingbao.transfer.transfer.domain;

import java.util.List;

/** What a person or an agency wants of a case. */
public sealed interface Command extends Input {

    /** The new place's agency: take it over (同意接收); again, after the letter was returned. */
    record SendLetter(Document.ContactLetter letter) implements Command {}

    /** An agency of either side: no. */
    record Refuse(List<Reason> reasons) implements Command {
        public Refuse {
            reasons = Reason.sorted(reasons);
        }
    }

    /** The person, at the new place: I do not want it any more. */
    record Cancel() implements Command {}

    /** The new place's agency: what stood in the way is settled, credit it. */
    record Recheck() implements Command {}

    /** The old place's agency: the account's data are corrected, write the form again. */
    record Correct() implements Command {}

    /** The old place's agency: what was missing of the money is sent after it. */
    record Supplement() implements Command {}
}
