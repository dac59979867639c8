package org.lingbao.transfer.simulation;

/** Something that runs, dies at any moment, and starts again with only what it had committed. */
abstract class Process {
    private static final int HALF = 50;

    final World world;
    private boolean up = true;
    private int life;

    Process(World world) {
        this.world = world;
    }

    boolean isUp() {
        return up;
    }

    /**
     * Runs a transaction, unless the process is down or dies before it.
     *
     * @return whether it was committed and the process still lives
     */
    boolean commits(Runnable transaction) {
        if (!up) {
            return false;
        }
        var dies = world.dice.percent(world.weather().crash());
        if (dies && world.dice.percent(HALF)) {
            die();
            return false;
        }
        transaction.run();
        world.truth.check();
        if (dies) {
            die();
        }
        return !dies;
    }

    /** Later, in this life. */
    void after(int minutes, Runnable action) {
        var born = life;
        world.agenda.after(minutes, () -> {
            if (up && life == born) {
                action.run();
            }
        });
    }

    private void die() {
        world.note(() -> name() + " dies");
        world.tally.crashes++;
        up = false;
        life++;
        world.agenda.after(world.downtime(), () -> {
            up = true;
            world.note(() -> name() + " is back");
            restarted();
        });
    }

    abstract String name();

    /** Nothing is remembered that was not committed. */
    abstract void restarted();
}
