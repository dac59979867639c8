package org.lingbao.enrollment.employment;

import org.lingbao.rules.enrollment.Category;
import org.lingbao.rules.value.Place;

/**
 * What a person does and where.
 *
 * @param occupation code of the national classification
 * @param place where the person works
 * @param form of the work (就业形式)
 */
public record WorkDone(String occupation, Place place, Category form) {}
