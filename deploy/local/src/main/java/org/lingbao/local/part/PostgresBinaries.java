package org.lingbao.local.part;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the PostgreSQL that comes as a Maven artifact. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** @return the directory with {@code bin}, {@code lib} and {@code share}; unpacked once below {@code home} */
    static Path unpack(Path home) throws IOException {
        var archive = "/" + archive();
        var resource = PostgresBinaries.class.getResource(archive);
        if (resource == null) {
            throw new PartFailed("There is no PostgreSQL for this machine on the class path (" + archive
                    + "); add the io.zonky.test.postgres artifact of this platform to deploy/local/pom.xml.");
        }
        var target = home.resolve(version(resource.toString()));
        if (Files.isDirectory(target)) {
            return target;
        }
        Files.createDirectories(home);
        var unfinished = Files.createTempDirectory(home, "unpacking");
        try (var packed = resource.openStream()) {
            unpack(packed, unfinished);
        }
        Files.move(unfinished, target);
        return target;
    }

    /** The artifact's file name, so that another version is unpacked beside the old one. */
    private static String version(String resource) {
        var jar = resource.substring(0, Math.max(0, resource.lastIndexOf(".jar!")));
        return jar.isEmpty() ? "postgres" : jar.substring(jar.lastIndexOf('/') + 1);
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                write(tar, entry, target.resolve(entry.getName()).normalize());
            }
        }
        // initdb wants to read these as whoever it runs as.
        var open = Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        assert Files.isDirectory(open);
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }

    private static String archive() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var machine = System.getProperty("os.arch", "");
        var arm = machine.equals("aarch64");
        return "postgres-%s-%s.txz".formatted(system.startsWith("mac") ? "darwin" : "linux", arm ? "arm_64" : "x86_64");
    }
}
