package org.lingbao.enrollment.organisation;

import org.lingbao.enrollment.organisation.domain.OrganisationCode;
import org.lingbao.rules.value.Place;

/**
 * Where an organisation is on a day.
 *
 * @param place the county, city or province that it is, or lies in
 */
public record Seat(OrganisationCode code, Place place) {}
