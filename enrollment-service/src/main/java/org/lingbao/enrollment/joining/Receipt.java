package org.lingbao.enrollment.joining;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.lingbao.rules.enrollment.Category;
import org.lingbao.rules.enrollment.Ground;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * What the receipt of an accepted application (受理回执) says. It never changes.
 *
 * @param code verification code (验证码)
 * @param from the first month of the relation
 */
public record Receipt(
        UUID person,
        String number,
        String code,
        Scheme scheme,
        Place place,
        Category category,
        Ground ground,
        YearMonth from,
        LocalDate decidedOn) {}
