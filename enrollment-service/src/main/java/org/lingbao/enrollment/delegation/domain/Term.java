package org.lingbao.enrollment.delegation.domain;

import java.time.LocalDate;

/** The days on which somebody may act, both of them among them. */
public record Term(LocalDate from, LocalDate until) {}
