package org.lingbao.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which build of its service a part is started from, where a trial wants another one than this checkout's: from the
 * part's next start on.
 *
 * @param part its name in the stack's report
 */
public record Build(Home home, String part) {
    /** What grants the service's role its privileges. */
    private static final String GRANTS = "platform/src/main/resources/db/platform/afterMigrate__privileges.sql";

    /** @param checkout that is built */
    public void set(Path checkout) {
        try {
            Files.createDirectories(file().getParent());
            Files.writeString(file(), checkout.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(), e);
        }
    }

    /** From its next start on the part is this checkout's again. */
    public void forget() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file(), e);
        }
    }

    /** The checkout that it is started from. */
    Path checkout() {
        try {
            return Files.exists(file()) ? Path.of(Files.readString(file())) : home.root();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file(), e);
        }
    }

    /** Whether its service works as another role than the one that migrates; an earlier one grants that role nothing. */
    boolean partsRoles() {
        return Files.exists(checkout().resolve(GRANTS));
    }

    private Path file() {
        return home.run("build").resolve(part.replace(' ', '-'));
    }
}
