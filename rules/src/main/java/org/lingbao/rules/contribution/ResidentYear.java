package org.lingbao.rules.contribution;

import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import org.lingbao.rules.data.Citation;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/** What a resident pays for a year by a tier, and what government adds (城乡居民年度缴费), or every reason why not. */
public sealed interface ResidentYear {

    /**
     * @param own what the person pays, all of it into the individual account
     * @param subsidy what government adds to it there (缴费补贴)
     * @param payableUntil the last day on which the year may be paid
     */
    record Payable(Money own, Money subsidy, LocalDate payableUntil) implements ResidentYear {}

    /** @param reasons all that apply, sorted by code */
    record Refused(List<Reason> reasons) implements ResidentYear {
        public Refused {
            reasons =
                    reasons.stream().sorted(Comparator.comparing(Reason::code)).toList();
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /**
     * A question.
     *
     * @param year that is paid for
     * @param confirmed whether the place's agency has confirmed its table of that year by hand
     * @param on the day of asking: later publications are not yet known
     */
    record Asked(Place place, Money tier, Year year, boolean confirmed, LocalDate on) {
        LocalDate first() {
            return year.atDay(1);
        }
    }

    /** Why not, with the article it rests on. */
    sealed interface Reason {
        /** The stable code, as in the error catalogue. */
        String code();

        Citation citation();

        record TierNotOffered(Citation citation) implements Reason {
            @Override
            public String code() {
                return "TIER_NOT_OFFERED";
            }
        }

        /** The place probably offers it, and its agency has not confirmed that. */
        record TierUnconfirmed(Money tier, Citation citation) implements Reason {
            @Override
            public String code() {
                return "TIER_UNCONFIRMED";
            }
        }

        /** What government adds to it is not confirmed by the place's agency. */
        record SubsidyUnconfirmed(Money subsidy, Citation citation) implements Reason {
            @Override
            public String code() {
                return "SUBSIDY_UNCONFIRMED";
            }
        }

        /** The year can no longer be paid: no back-payment (不得补缴). */
        record YearClosed(Year year, Citation citation) implements Reason {
            @Override
            public String code() {
                return "YEAR_CLOSED";
            }
        }

        record YearNotOpen(Year year, Citation citation) implements Reason {
            @Override
            public String code() {
                return "YEAR_NOT_OPEN";
            }
        }
    }
}
