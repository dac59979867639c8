package org.lingbao.transfer.transfer.domain;

import org.lingbao.rules.value.Place;

/**
 * A document on its way, as far as the case is concerned; what protects it is the exchange's.
 *
 * @param from the cell that sends it
 * @param to the cell that it is for
 */
public record Message(CaseId caseId, Place from, Place to, Sequence sequence, Document document) {}
