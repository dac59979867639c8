package org.lingbao.platform.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.graalvm.nativeimage.hosted.Feature;
import org.graalvm.nativeimage.hosted.RuntimeReflection;

/**
 * Keeps every record and enum of ours readable and writable in a native image. The builder drops whatever it sees nobody
 * use, and does not see what JSON and YAML use by name: a record that travels only in events would be lost in silence.
 */
public final class OwnRecords implements Feature {
    private static final String OURS = "org/lingbao";

    @Override
    public void beforeAnalysis(BeforeAnalysisAccess access) {
        access.getApplicationClassPath().stream()
                .flatMap(entry -> classes(entry).stream())
                .<Class<?>>map(access::findClassByName)
                .filter(type -> type.isRecord() || type.isEnum())
                .forEach(OwnRecords::keep);
    }

    private static void keep(Class<?> type) {
        RuntimeReflection.register(type);
        RuntimeReflection.register(type.getDeclaredConstructors());
        RuntimeReflection.register(type.getDeclaredMethods());
        RuntimeReflection.register(type.getDeclaredFields());
        if (type.isRecord()) {
            RuntimeReflection.registerAllRecordComponents(type);
        }
    }

    /** The names of our classes in a jar or a directory. */
    static List<String> classes(Path entry) {
        try {
            if (Files.isDirectory(entry)) {
                return below(entry);
            }
            try (var jar = FileSystems.newFileSystem(entry)) {
                return below(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + entry, e);
        }
    }

    private static List<String> below(Path root) throws IOException {
        if (Files.notExists(root.resolve(OURS))) {
            return List.of();
        }
        try (var files = Files.walk(root.resolve(OURS))) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file -> file.substring(0, file.lastIndexOf('.')).replace('/', '.'))
                    .toList();
        }
    }
}
