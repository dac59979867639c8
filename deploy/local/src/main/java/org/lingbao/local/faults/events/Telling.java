package org.lingbao.local.faults.events;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.lingbao.local.demo.Story;
import org.lingbao.local.faults.Ground;

/** The demo's story of one day, told to nobody: it checks each of its steps, to the fen. */
final class Telling {
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private Telling() {}

    static void whole(Ground ground) {
        whole(ground, step -> {});
    }

    /** @param begins hears the name of each step before its first request */
    static void whole(Ground ground, Consumer<String> begins) {
        tell(ground, false, begins);
    }

    /** Goes on with the last one. */
    static void rest(Ground ground) {
        tell(ground, true, step -> {});
    }

    private static void tell(Ground ground, boolean resume, Consumer<String> begins) {
        Story.tell(ground.home(), ground.ports(), Story.Plot.ONE_DAY, resume, begins, NOWHERE, NOWHERE);
    }
}
