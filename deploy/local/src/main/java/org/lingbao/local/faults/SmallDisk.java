package org.lingbao.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lingbao.local.part.LocalPostgres;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Ports;

/**
 * PostgreSQL on a small disk: a file system in memory that a process of its own mounts where only itself sees it, so that
 * no other disk gets full, and no privilege is needed where the kernel gives user namespaces.
 */
final class SmallDisk implements AutoCloseable {
    private static final String SIZE = "256m";
    private static final String MOUNT = "mount -t tmpfs -o size=$1 tmpfs \"$2\" && shift 2 && exec \"$@\"";
    private static final List<List<String>> WAYS =
            List.of(List.of("unshare", "--map-root-user", "--mount"), List.of("unshare", "--mount"));
    private static final int BLOCK = 64 * 1024;
    private static final String READY = "ready";

    private final Process process;
    private final BufferedReader answers;
    private final LocalPostgres.Roles database;

    private SmallDisk(Process process, BufferedReader answers, LocalPostgres.Roles database) {
        this.process = process;
        this.answers = answers;
        this.database = database;
    }

    /** @return nothing where this machine lets nobody mount a disk of their own */
    static Optional<SmallDisk> start(Ground ground) {
        try {
            var place = ground.home().run("small-disk");
            Files.createDirectories(place);
            for (var way : WAYS) {
                if (mounts(way, place)) {
                    return Optional.of(start(ground, way, place));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new PartFailed("the small disk cannot be used", e);
        }
    }

    private static boolean mounts(List<String> way, Path place) throws IOException {
        try {
            var process = new ProcessBuilder(mounted(way, place, Stream.of("true")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        }
    }

    private static List<String> mounted(List<String> way, Path place, Stream<String> command) {
        var mount = Stream.of("/bin/sh", "-c", MOUNT, "sh", SIZE, place.toString());
        return Stream.of(way.stream(), mount, command).flatMap(words -> words).toList();
    }

    private static SmallDisk start(Ground ground, List<String> way, Path place) throws IOException {
        var port = Ports.free();
        var log = ground.home().log("small-disk");
        var command = Stream.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SmallDisk.class.getName(),
                ground.home().program().toString(),
                place.toString(),
                log.toString(),
                Integer.toString(port));
        var process = new ProcessBuilder(mounted(way, place, command))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        var answers = process.inputReader(UTF_8);
        var words = String.valueOf(answers.readLine()).split(" ", -1);
        if (!words[0].equals(READY)) {
            process.destroyForcibly();
            throw new PartFailed("PostgreSQL did not start on the small disk; its log is " + log);
        }
        var owner = new LocalPostgres.Database(port, words[1], words[1], words[2]);
        var service = new LocalPostgres.Database(port, words[1], LocalPostgres.serviceOf(words[1]), words[3]);
        return new SmallDisk(process, answers, new LocalPostgres.Roles(owner, service));
    }

    LocalPostgres.Roles database() {
        return database;
    }

    /** Until not a block more is free. */
    void fill() {
        var unused = ask("fill");
    }

    /** Gives back what {@link #fill} took, and starts the server where it has ended. @return whether it had */
    boolean free() {
        return ask("free").equals("started");
    }

    private String ask(String word) {
        try {
            var to = process.outputWriter(UTF_8);
            to.write(word + "\n");
            to.flush();
            return Objects.requireNonNullElse(answers.readLine(), "nothing");
        } catch (IOException e) {
            throw new PartFailed("the small disk has ended", e);
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The process on the disk: {@code SmallDisk <program> <where it is mounted> <log> <port>}; ends with its input. */
    public static void main(String[] arguments) throws IOException {
        var place = Path.of(arguments[1]);
        var server = server(arguments, place);
        var database = server.database("contribution");
        var owner = database.owner();
        System.out.println(String.join(
                " ", READY, owner.name(), owner.password(), database.service().password()));
        var words = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        var filler = place.resolve("filler");
        for (var word = words.readLine(); word != null; word = words.readLine()) {
            if (word.equals("fill")) {
                fill(filler);
                System.out.println("full");
            } else {
                Files.deleteIfExists(filler);
                var ended = !server.alive();
                if (ended) {
                    server = server(arguments, place);
                }
                System.out.println(ended ? "started" : "free");
            }
        }
        server.close();
    }

    private static LocalPostgres server(String[] arguments, Path place) {
        return LocalPostgres.start(
                Path.of(arguments[0]),
                place.resolve("postgres"),
                Path.of(arguments[2]),
                Integer.parseInt(arguments[3]),
                LocalPostgres.Commits.DURABLE);
    }

    private static void fill(Path filler) {
        try (var out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(new byte[BLOCK]);
            }
        } catch (IOException full) {
            // That is what was wanted.
        }
    }
}
