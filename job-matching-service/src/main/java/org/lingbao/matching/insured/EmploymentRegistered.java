package org.lingbao.matching.insured;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Our view of enrollment.employment-registered.v1.
 *
 * @param occupation code of the national classification
 * @param place where the person works
 */
record EmploymentRegistered(
        UUID registrationId, UUID personId, String occupation, String place, LocalDate registeredOn) {}
