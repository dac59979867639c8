package org.lingbao.rules.retirement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a person retires.
 *
 * @param delayMonths by how much the reform delays the original age
 * @param age the statutory retirement age (法定退休年龄)
 * @param statutoryDate the day it is reached, clamped to the month's end
 * @param minimumMonths the minimum contribution months (最低缴费年限) of the statutory year
 * @param earliest the first day of flexible early retirement (弹性提前退休); null where there is no delay
 * @param latest the last day of flexible late retirement (弹性延迟退休); null where there is no delay
 */
public record Retirement(
        int delayMonths,
        Age age,
        LocalDate statutoryDate,
        int minimumMonths,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest) {}
