package org.lingbao.rules.capacity;

import org.lingbao.rules.data.Citation;

/** Whether somebody does civil acts alone (民事行为能力), by their age. */
public sealed interface Capacity {

    /** An adult (成年人). */
    record Full() implements Capacity {}

    /**
     * Not by age alone.
     *
     * @param age in years
     * @param adult the age of an adult
     * @param ownWork the age from which who lives on their own work does, too
     */
    record Limited(int age, int adult, int ownWork, Citation citation) implements Capacity {}
}
