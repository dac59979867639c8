package org.lingbao.matching.matching.domain;

/**
 * The platform's own figures; no law.
 *
 * @param sameSkill for the same occupation
 * @param leastSkill for an occupation that has nothing in common
 * @param atEdge at the edge of the worker's radius
 * @param otherUnit for pay that cannot be compared with the lowest
 * @param belowFloor how many times the part of the lowest pay counts
 * @param kept who has no history counts as one who kept so many
 * @param all of so many
 */
public record Parameters(
        Share sameSkill, Share leastSkill, Share atEdge, Share otherUnit, int belowFloor, int kept, int all) {}
