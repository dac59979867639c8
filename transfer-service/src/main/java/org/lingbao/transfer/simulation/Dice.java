package org.lingbao.transfer.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** All chance of one history, from one number. */
final class Dice {
    private static final int HUNDRED = 100;

    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean percent(int chance) {
        return chance > 0 && random.nextInt(HUNDRED) < chance;
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
