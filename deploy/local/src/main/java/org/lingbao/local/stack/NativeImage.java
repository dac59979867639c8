package org.lingbao.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.lingbao.local.part.PartFailed;

/**
 * A service as an executable of its own, without a JVM.
 *
 * @param executable {@code target/*-runner} of its module
 */
public record NativeImage(Path executable) {
    private static final String SECONDS = "native-image-seconds";

    /** The one that {@code ./lingbao native} built last. */
    public static NativeImage of(Path root, Service service) {
        var target = root.resolve(service.text() + "-service/target");
        try (var files = Files.newDirectoryStream(target, "*-runner")) {
            for (var file : files) {
                return new NativeImage(file);
            }
        } catch (IOException notBuilt) {
            // said below
        }
        throw new PartFailed("There is no native image of the " + service.text() + " service; ./lingbao native "
                + service.text() + " builds it.");
    }

    /** With the same configuration and the same heap as on a JVM. */
    ProcessPart.Launch launch(Map<String, String> environment) {
        return new ProcessPart.Launch(List.of(executable.toString(), "-Xmx256m"), environment);
    }

    /** Its size on disk. */
    public long bytes() {
        try {
            return Files.size(executable);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + executable, e);
        }
    }

    /** How long the build took, where it was noted. */
    public OptionalLong buildSeconds() {
        try {
            var noted = executable.resolveSibling(SECONDS);
            return Files.exists(noted)
                    ? OptionalLong.of(Long.parseLong(Files.readString(noted).strip()))
                    : OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read beside " + executable, e);
        }
    }
}
