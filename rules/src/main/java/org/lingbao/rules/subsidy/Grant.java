package org.lingbao.rules.subsidy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.lingbao.rules.data.Citation;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.value.Money;

/** What government pays, as far as it is known. Only {@link Fixed} may be paid without somebody looking at it. */
public sealed interface Grant {

    /** Exactly this, by published figures. */
    record Fixed(Money amount) implements Grant {}

    /**
     * At least this: the country's floor.
     *
     * @param notLoaded the place's own table, which is not known
     */
    record AtLeast(Money amount, Table notLoaded) implements Grant {}

    /** A rule file by its name: {@code 210000/resident/subsidy}. */
    record Table(String parameter) {
        @Override
        public String toString() {
            return parameter;
        }
    }

    /** At most this: the country's ceiling; the place's own figure is not known. */
    record AtMost(Money amount) implements Grant {}

    /** Probably this, but a figure beneath is not confirmed: to be confirmed by hand. */
    record Unconfirmed(Money amount) implements Grant {}

    /** @param reasons all that apply, sorted by code */
    record Refused(List<Reason> reasons) implements Grant {
        public Refused {
            reasons =
                    reasons.stream().sorted(Comparator.comparing(Reason::code)).toList();
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /** Why nothing, with the article it rests on. */
    sealed interface Reason {
        /** The stable code, as in the error catalogue. */
        String code();

        Citation citation();

        /** The place does not pay for this group. */
        record GroupNotSponsored(HardshipGroup group, Citation citation) implements Reason {
            @Override
            public String code() {
                return "GROUP_NOT_SPONSORED";
            }
        }

        /** The subsidy was granted for as many months as the law allows. */
        record SubsidyUsedUp(int grantedMonths, int mostMonths, Citation citation) implements Reason {
            @Override
            public String code() {
                return "SUBSIDY_USED_UP";
            }
        }

        /** The month lies after the one in which the statutory retirement age is reached. */
        record AfterRetirement(LocalDate retiresOn, Citation citation) implements Reason {
            @Override
            public String code() {
                return "SUBSIDY_AFTER_RETIREMENT";
            }
        }
    }

    /** The amount as sure as the least sure figure beneath. */
    static Grant of(Money amount, Status status) {
        return status == Status.UNCERTAIN ? new Unconfirmed(amount) : new Fixed(amount);
    }
}
