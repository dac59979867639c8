package org.lingbao.rules.bridging;

/** From which scheme into which. */
public enum Direction {
    /** 居民转职工: the account moves, the years do not. */
    RESIDENT_TO_EMPLOYEE,
    /** 职工转居民: the account moves, and the months count as years. */
    EMPLOYEE_TO_RESIDENT
}
