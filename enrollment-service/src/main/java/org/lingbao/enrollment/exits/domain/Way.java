package org.lingbao.enrollment.exits.domain;

import java.time.YearMonth;
import java.util.Optional;
import org.lingbao.rules.shortfall.Exit;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;

/** One way out when months are missing at the age, with what the rules can tell of it today. */
public sealed interface Way {

    /** Which of the law's exits it is. */
    Exit exit();

    /** How its figures were reached, with their articles. */
    Trace trace();

    /**
     * To pay on after the age until the months suffice (延长缴费).
     *
     * @param months how many are missing
     * @param until the last of them
     * @param lowest what they cost at the least, where today's limits are loaded
     */
    record PayOn(int months, YearMonth until, Optional<Lowest> lowest, Trace trace) implements Way {
        @Override
        public Exit exit() {
            return Exit.EXTEND;
        }
    }

    /**
     * @param monthly one month by today's lowest base or tier
     * @param total the missing months times that
     */
    record Lowest(Money monthly, Money total) {}

    /**
     * To move to the resident scheme of the hukou place (转入城乡居民养老保险).
     *
     * @param years full years that the months count as there
     * @param terms of that place, where they are loaded
     */
    record ResidentScheme(int years, Optional<Terms> terms, Trace trace) implements Way {
        @Override
        public Exit exit() {
            return Exit.RESIDENT_SCHEME;
        }
    }

    /**
     * Today's terms of the resident scheme.
     *
     * @param lowestTier the least that is paid for a year
     * @param highestTier the most
     * @param basicPension what government pays a month beside the account
     */
    record Terms(Money lowestTier, Money highestTier, Money basicPension) {}

    /** To end the relation in writing and be paid the account once (书面终止). */
    record EndInWriting(Trace trace) implements Way {
        @Override
        public Exit exit() {
            return Exit.TERMINATE;
        }
    }
}
