package org.lingbao.contribution.rules;

import org.lingbao.rules.retirement.Age;

/** An age in completed years and months. */
record AgeView(int years, int months) {
    static AgeView of(Age age) {
        return new AgeView(age.years(), age.months());
    }
}
