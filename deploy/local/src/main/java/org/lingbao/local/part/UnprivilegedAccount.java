package org.lingbao.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root, or as a user without a name. In containers that is usual, so there it runs in a user namespace of its own,
 * or, where namespaces are forbidden, as the account {@code 65534} (nobody).
 */
record UnprivilegedAccount(List<String> prefix, boolean mustOwn) {
    private static final int NOBODY = 65534;
    /** What Java calls a user that has only a number, as containers like to; initdb insists on a name. */
    private static final String NAMELESS = "?";

    static UnprivilegedAccount forOwnerOf(Path home) throws IOException {
        var root = Integer.valueOf(0).equals(Files.getAttribute(home, "unix:uid"));
        if (!root && !System.getProperty("user.name", NAMELESS).equals(NAMELESS)) {
            return new UnprivilegedAccount(List.of(), false);
        }
        if (works(List.of("unshare", "-U", "true"))) {
            return new UnprivilegedAccount(List.of("unshare", "-U"), false);
        }
        var nobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        var canEnter = new ArrayList<>(nobody);
        canEnter.addAll(List.of("test", "-x", home.toString()));
        if (works(canEnter)) {
            return new UnprivilegedAccount(nobody, true);
        }
        throw new PartFailed(
                "PostgreSQL runs neither as root nor as a user without a name, and here it can become nobody else; start it as an"
                        + " ordinary user, or in a directory that every user may enter (" + home + " is not).");
    }

    private static boolean works(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void own(Path file) throws IOException {
        if (mustOwn) {
            Files.setAttribute(file, "unix:uid", NOBODY);
        }
    }
}
