package org.lingbao.enrollment.person;

import org.lingbao.personal.IdentityNumber;
import org.lingbao.personal.PersonName;

/**
 * Whom a paper is about.
 *
 * @param name shows itself masked; a paper has it whole
 * @param number a paper has it as it shows itself
 */
public record Holder(PersonName name, IdentityNumber number) {}
