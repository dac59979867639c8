package org.lingbao.rules.data;

/**
 * A value of the law that is in force, as its rule file says it.
 *
 * @param version its dates, its source and how sure it is
 * @param unit of the value, or of the entries of its table
 * @param description what it is, and what is not sure about it
 */
public record ValueInForce(Parameter.Version<RuleValue> version, String unit, String description) {}
