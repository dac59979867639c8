package org.lingbao.rules.enrollment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.lingbao.rules.data.Citation;
import org.lingbao.rules.value.Place;

/** Whether a person may enroll. A refusal lists every reason at once (一次性告知). */
public sealed interface Eligibility {

    /** @param ground the first of the place's grounds that holds */
    record Eligible(Ground ground, List<Notice> notices) implements Eligibility {
        public Eligible {
            notices = List.copyOf(notices);
        }
    }

    /** @param reasons all that apply, sorted by code */
    record Ineligible(List<Reason> reasons) implements Eligibility {
        public Ineligible {
            reasons =
                    reasons.stream().sorted(Comparator.comparing(Reason::code)).toList();
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /** Why not, with the article it rests on. */
    sealed interface Reason {
        /** The stable code, as in the error catalogue. */
        String code();

        Citation citation();

        /** @param age completed years on the day of asking */
        record UnderMinimumAge(int age, int minimum, Citation citation) implements Reason {
            @Override
            public String code() {
                return "UNDER_MINIMUM_AGE";
            }
        }

        /** @param retiresOn the day the age limit was or will be reached: the statutory date, or the resident scheme's benefit age */
        record ReachedRetirementAge(LocalDate retiresOn, Citation citation) implements Reason {
            @Override
            public String code() {
                return "REACHED_RETIREMENT_AGE";
            }
        }

        /** @param place the place asked for, to which nothing ties the person */
        record NoPlaceGround(Place place, Citation citation) implements Reason {
            @Override
            public String code() {
                return "NO_PLACE_GROUND";
            }
        }

        record AlreadyEmployedInsured(Citation citation) implements Reason {
            @Override
            public String code() {
                return "ALREADY_EMPLOYED_INSURED";
            }
        }

        record AlreadyEnrolled(Citation citation) implements Reason {
            @Override
            public String code() {
                return "ALREADY_ENROLLED";
            }
        }

        /** Still at school. */
        record StudentExcluded(Citation citation) implements Reason {
            @Override
            public String code() {
                return "STUDENT_EXCLUDED";
            }
        }

        /** On the staff of a state organ or a public institution, which has a scheme of its own. */
        record StateStaffExcluded(Citation citation) implements Reason {
            @Override
            public String code() {
                return "STATE_STAFF_EXCLUDED";
            }
        }

        record DrawingPension(Citation citation) implements Reason {
            @Override
            public String code() {
                return "DRAWING_PENSION";
            }
        }
    }
}
