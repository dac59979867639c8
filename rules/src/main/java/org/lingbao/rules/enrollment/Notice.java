package org.lingbao.rules.enrollment;

/** What an accepted person must be told. */
public enum Notice {
    /** Counting no paid months, fewer full months are left to the statutory retirement date than that year's minimum. */
    MAY_NOT_REACH_MINIMUM_MONTHS
}
