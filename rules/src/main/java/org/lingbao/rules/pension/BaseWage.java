package org.lingbao.rules.pension;

import java.time.Year;
import org.lingbao.rules.value.Money;

/**
 * The benefit base wage (计发基数) with which a pension is reckoned.
 *
 * @param year for which it was published
 * @param provisional whether the year of retirement has none yet: the pension is provisional (临时待遇) and reckoned anew later
 */
public record BaseWage(Money amount, Year year, boolean provisional) {}
