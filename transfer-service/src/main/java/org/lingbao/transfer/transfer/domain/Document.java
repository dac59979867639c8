package org.lingbao.transfer.transfer.domain;

import java.util.List;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/** What one place writes to the other. */
public sealed interface Document extends Input {
    DocumentType type();

    /** New place to old: we take the relation over (联系函). */
    record ContactLetter(Subject subject, Place oldPlace, Place newPlace, Payee payee) implements Document {
        @Override
        public DocumentType type() {
            return DocumentType.CONTACT_LETTER;
        }
    }

    /** Old place to new: what the person has (信息表). */
    record InformationForm(Form form) implements Document {
        @Override
        public DocumentType type() {
            return DocumentType.INFORMATION_FORM;
        }
    }

    /**
     * Old place to new: the money is sent; again, when what was missing is sent after it (基金划转通知).
     *
     * @param account item 4 of the form
     * @param pooled item 5
     */
    record FundNotice(Money account, Money pooled, SettlementReference reference) implements Document {
        @Override
        public DocumentType type() {
            return DocumentType.FUND_NOTICE;
        }
    }

    /**
     * New place to old: the rights are here (办结通知).
     *
     * @param account credited to the person's account
     * @param pooled credited to the pooled fund
     * @param months how many months were added
     */
    record Completion(Money account, Money pooled, int months) implements Document {
        @Override
        public DocumentType type() {
            return DocumentType.COMPLETION;
        }
    }

    /** Either to the other: this does not agree, please see to it (核实函). Ends nothing. */
    record Clarification(List<Reason> reasons) implements Document {
        public Clarification {
            reasons = Reason.sorted(reasons);
        }

        @Override
        public DocumentType type() {
            return DocumentType.CLARIFICATION;
        }
    }

    /** Either to the other: the case ends, nothing is moved (不予转移通知). */
    record Refusal(List<Reason> reasons) implements Document {
        public Refusal {
            reasons = Reason.sorted(reasons);
        }

        @Override
        public DocumentType type() {
            return DocumentType.REFUSAL;
        }
    }

    /** New place to old: the person does not want it any more (撤销通知). */
    record Cancellation() implements Document {
        @Override
        public DocumentType type() {
            return DocumentType.CANCELLATION;
        }
    }
}
