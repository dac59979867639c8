package org.lingbao.rules.retirement;

/** The three original retirement ages (原法定退休年龄), which the reform of 2024 delays each in its own steps. */
public enum Category {
    /** Men. */
    MALE_60,
    /** Women in managerial and technical posts, and women insured as flexible workers. */
    FEMALE_55,
    /** Other women workers. */
    FEMALE_50
}
