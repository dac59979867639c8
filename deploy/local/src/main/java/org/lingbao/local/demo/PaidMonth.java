package org.lingbao.local.demo;

import java.time.YearMonth;

/**
 * A month as a statement must show it.
 *
 * @param place where it was paid
 * @param account what went to the person's account, in yuan
 * @param pooled what went to the pooled fund, in yuan
 */
record PaidMonth(YearMonth month, String place, String base, String account, String pooled) {}
