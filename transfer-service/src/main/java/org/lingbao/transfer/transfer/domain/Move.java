package org.lingbao.transfer.transfer.domain;

import org.lingbao.rules.value.Place;

/**
 * Whose relation goes from where to where.
 *
 * @param person as the cell knows the person in which the case stands
 * @param oldPlace where the relation is (原参保地)
 * @param newPlace where the person pays now (新参保地)
 */
public record Move(CaseId id, PersonId person, Place oldPlace, Place newPlace) {}
