package org.lingbao.transfer.simulation;

/**
 * How bad a history is, in per cent.
 *
 * @param drop of the packets between the cells
 * @param repeat that are delivered twice
 * @param slow that take hours instead of minutes, and so overtake each other
 * @param crash of the transactions, just before or just after they are committed
 * @param wrongForm of the forms first state wrong figures
 * @param shortFunds of the payments first arrive short
 * @param obstacle of the letters and sealings meet one
 * @param whim of the looks at a case end it without need
 */
record Weather(int drop, int repeat, int slow, int crash, int wrongForm, int shortFunds, int obstacle, int whim) {
    private static final int WORST_LOSS = 60;
    private static final int WORST_CRASHES = 15;
    private static final int OFTEN = 40;
    private static final int SELDOM = 15;

    static Weather of(Dice dice) {
        return new Weather(
                upTo(WORST_LOSS, dice),
                upTo(OFTEN, dice),
                upTo(OFTEN, dice),
                upTo(WORST_CRASHES, dice),
                upTo(OFTEN, dice),
                upTo(OFTEN, dice),
                upTo(SELDOM, dice),
                upTo(SELDOM, dice));
    }

    /** In a third of the histories this does not happen at all, so that each fault is met alone, too. */
    private static int upTo(int worst, Dice dice) {
        return dice.between(0, 2) == 0 ? 0 : dice.between(1, worst);
    }

    /** No more faults; what people stated wrongly stays wrong until they correct it. */
    Weather calmed() {
        return new Weather(0, 0, 0, 0, wrongForm, shortFunds, obstacle, whim);
    }
}
