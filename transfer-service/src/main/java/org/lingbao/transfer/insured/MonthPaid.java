package org.lingbao.transfer.insured;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.rules.value.Scheme;

/** Our view of contribution.month-paid.v1. */
record MonthPaid(UUID personId, Scheme scheme, String place, LocalDate paidOn) {}
