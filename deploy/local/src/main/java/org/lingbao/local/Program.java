package org.lingbao.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.lingbao.local.stack.Home;

/** The classes that a running stack is made of: copies, so that a build beside it does not pull them away. */
final class Program {
    private Program() {}

    /** @return a class path with this module's classes copied into the run directory */
    static String copy(Home home) {
        var target = home.run("program");
        var entries = new ArrayList<String>();
        for (var entry : List.of(System.getProperty("java.class.path").split(File.pathSeparator))) {
            if (Files.isDirectory(Path.of(entry))) {
                copy(Path.of(entry), target);
                entries.add(target.toString());
            } else {
                entries.add(entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + from + " to " + to, e);
        }
    }
}
