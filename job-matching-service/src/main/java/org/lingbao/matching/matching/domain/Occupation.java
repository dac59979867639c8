package org.lingbao.matching.matching.domain;

/** An occupation (职业), as a word or as a code of the classification. */
public record Occupation(String word) {}
