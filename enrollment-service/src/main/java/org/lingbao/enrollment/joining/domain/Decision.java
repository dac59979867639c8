package org.lingbao.enrollment.joining.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.data.Citation;
import org.lingbao.rules.enrollment.Eligibility;
import org.lingbao.rules.enrollment.Ground;
import org.lingbao.rules.enrollment.Notice;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** The answer to an application, given at once (即时办结): accepted, or every reason why not (一次性告知). */
public sealed interface Decision {

    /** How it was reached: rules, articles, inputs. */
    Trace trace();

    /**
     * @param ground what ties the person to the place
     * @param notices what the person must be told, in the order of their names
     * @param from the first month of the relation
     * @param lastPayable the month of the statutory retirement age; null where the scheme sets none
     */
    record Accepted(
            Ground ground,
            List<Notice> notices,
            YearMonth from,
            @Nullable YearMonth lastPayable,
            Trace trace) implements Decision {
        public Accepted {
            notices = notices.stream().sorted().toList();
        }
    }

    /** @param reasons every one that holds, sorted by code */
    record Refused(List<Reason> reasons, Trace trace) implements Decision {
        public Refused {
            reasons =
                    reasons.stream().sorted(Comparator.comparing(Reason::code)).toList();
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /** Why not. */
    sealed interface Reason {
        /** The code of the catalogue. */
        String code();

        /** A reason of the law, with its article. */
        record OfLaw(Eligibility.Reason reason) implements Reason {
            @Override
            public String code() {
                return reason.code();
            }
        }

        /**
         * The residence permit that is recorded has ended, and nothing else ties the person to the place.
         *
         * @param last its last day
         */
        record PermitExpired(LocalDate last) implements Reason {
            @Override
            public String code() {
                return "RESIDENCE_PERMIT_EXPIRED";
            }
        }

        /**
         * The person is in the employees' scheme already, which has whoever it covers: nobody is in both pension schemes at once. The other
         * way round nothing is refused: the resident's relation is kept for bridging.
         */
        record InEmployeeScheme() implements Reason {
            @Override
            public String code() {
                return "ALREADY_IN_EMPLOYEE_SCHEME";
            }
        }

        /**
         * Medical insurance rides on the pension there (随职工养老一并参保), and the person pays for no pension as a flexible worker.
         *
         * @param law where it stands that both are collected in one
         */
        record NoPensionToRideOn(Citation law) implements Reason {
            @Override
            public String code() {
                return "MEDICAL_WITHOUT_PENSION";
            }
        }

        /**
         * There employment is registered first (先就业登记，后社保登记), and the person's is not.
         *
         * @param law where it stands
         */
        record EmploymentNotRegistered(Citation law) implements Reason {
            @Override
            public String code() {
                return "EMPLOYMENT_NOT_REGISTERED";
            }
        }

        /**
         * How a flexible worker joins the scheme there, no rule that is loaded says: neither that nor how.
         *
         * @param place that has no table of it
         */
        record RulesUnknown(Place place, Scheme scheme) implements Reason {
            @Override
            public String code() {
                return "RULES_NOT_LOADED";
            }
        }

        /** This service holds a live relation in the very scheme, and the scheme's rules do not ask about it. */
        record LiveRelation() implements Reason {
            @Override
            public String code() {
                return "ALREADY_ENROLLED";
            }
        }
    }
}
