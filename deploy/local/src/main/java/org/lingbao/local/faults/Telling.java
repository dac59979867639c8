package org.lingbao.local.faults;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.lingbao.local.demo.Story;

/** The demo's story of one day, told to nobody: it checks each of its steps, to the fen. */
public final class Telling {
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private Telling() {}

    public static void whole(Ground ground) {
        whole(ground, step -> {});
    }

    /** @param begins hears the name of each step before its first request */
    public static void whole(Ground ground, Consumer<String> begins) {
        tell(ground, false, begins);
    }

    /** Goes on with the last one. */
    public static void rest(Ground ground) {
        tell(ground, true, step -> {});
    }

    private static void tell(Ground ground, boolean resume, Consumer<String> begins) {
        Story.tell(ground.home(), ground.ports(), Fault.PLOT, resume, begins, NOWHERE, NOWHERE);
    }
}
