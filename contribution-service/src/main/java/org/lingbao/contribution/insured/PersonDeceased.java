package org.lingbao.contribution.insured;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/** Our view of enrollment.person-deceased.v1. */
record PersonDeceased(UUID personId, LocalDate diedOn) {
    /** The last month that can be owed. */
    YearMonth last() {
        return YearMonth.from(diedOn);
    }
}
