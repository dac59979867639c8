package org.lingbao.local.walk;

/**
 * Who stands at a door.
 *
 * @param caller as the matrix names them: {@code citizen}, {@code terminal} …
 * @param side whether what is behind the door is theirs
 */
public record Knocker(String caller, Side side) {
    /** Whose it is: the knocker's, another's of their kind, or a knocker's whose token ties them to nothing. */
    public enum Side {
        OWN,
        OTHER,
        LOST;

        String word() {
            return switch (this) {
                case OWN -> "own";
                case OTHER -> "other";
                case LOST -> "lost";
            };
        }
    }

    @Override
    public String toString() {
        return side.word() + " " + caller;
    }
}
