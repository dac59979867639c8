package org.lingbao.rules.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where rule files come from. */
@FunctionalInterface
interface Source {
    /** Place, scheme, name: what else lies there is no parameter. */
    Pattern PARAMETER = Pattern.compile("(national|[0-9]{6})/[a-z]+/[a-z0-9-]+\\.yaml");

    /** Opens a file by its path below the root; null where there is none. */
    @Nullable
    InputStream open(String path) throws IOException;

    /** The paths of all its parameters. */
    default List<String> paths() {
        return List.of();
    }

    /** A directory. */
    record Directory(Path root) implements Source {
        @Override
        public @Nullable InputStream open(String path) throws IOException {
            var file = root.resolve(path);
            return Files.exists(file) ? Files.newInputStream(file) : null;
        }

        @Override
        public List<String> paths() {
            try (var files = Files.walk(root)) {
                return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                        .filter(path -> PARAMETER.matcher(path).matches())
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot walk " + root, e);
            }
        }
    }

    /** The files of this library, on the class path: in a directory, in a jar, or in a native image. */
    record Library() implements Source {
        private static final String ROOT = "/rules/";
        private static final String KNOWN = "divisions.csv";

        @Override
        public @Nullable InputStream open(String path) {
            return Library.class.getResourceAsStream(ROOT + path);
        }

        @Override
        public List<String> paths() {
            try {
                return paths(Objects.requireNonNull(Library.class.getResource(ROOT + KNOWN), KNOWN)
                        .toURI());
            } catch (URISyntaxException | IOException e) {
                throw new IllegalStateException("cannot walk the rule files of this library", e);
            }
        }

        /** A jar and a native image are file systems of their own, open already if somebody else walks them too. */
        static List<String> paths(URI known) throws IOException {
            try {
                return beside(Path.of(known));
            } catch (FileSystemNotFoundException notOpenYet) {
                try (var files = FileSystems.newFileSystem(known, Map.of())) {
                    return beside(files.provider().getPath(known));
                }
            }
        }

        private static List<String> beside(Path known) {
            return new Directory(Objects.requireNonNull(known.getParent(), known.toString())).paths();
        }
    }
}
