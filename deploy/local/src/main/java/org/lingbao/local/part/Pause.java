package org.lingbao.local.part;

/** Waiting between two looks at something that is not ready yet. */
public final class Pause {
    private Pause() {}

    /** Sleeps; an interrupt ends the wait as {@link PartFailed}. */
    public static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        }
    }
}
