package org.lingbao.local.stack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Ports;

/** Who listens on a port; found on Linux, and only for processes that this user may look into. */
final class PortOwner {
    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** Fails with one sentence when the port of a part is taken. */
    static void refuseTaken(String part, int port) {
        if (!Ports.taken(port)) {
            return;
        }
        var owner = of(port).map(process -> " by pid " + process.pid() + command(process))
                .orElse("");
        throw new PartFailed("Port " + port + " (" + part + ") is taken" + owner
                + "; end that program, or move all ports with LINGBAO_PORT_OFFSET=1000 ./lingbao up");
    }

    private static String command(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> " (" + Path.of(command).getFileName() + ")")
                .orElse("");
    }

    private static Optional<ProcessHandle> of(int port) {
        return inode(port)
                .flatMap(inode -> ProcessHandle.allProcesses()
                        .filter(process -> holds(process, "socket:[" + inode + "]"))
                        .findFirst());
    }

    private static Optional<String> inode(int port) {
        var suffix = ":" + String.format(Locale.ROOT, "%04X", port);
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try (var lines = Files.lines(Path.of(table))) {
                // Columns: number, local address, remote address, state, queues, timer, retransmits, uid, timeout,
                // inode.
                var inode = lines.map(line -> line.strip().split("\\s+"))
                        .filter(columns -> columns.length > 9)
                        .filter(columns -> columns[1].endsWith(suffix) && columns[3].equals(LISTENING))
                        .map(columns -> columns[9])
                        .findFirst();
                if (inode.isPresent()) {
                    return inode;
                }
            } catch (IOException notLinux) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean holds(ProcessHandle process, String socket) {
        var open = Path.of("/proc", Long.toString(process.pid()), "fd");
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(open)) {
            for (var descriptor : descriptors) {
                if (Files.isSymbolicLink(descriptor)
                        && Files.readSymbolicLink(descriptor).toString().equals(socket)) {
                    return true;
                }
            }
        } catch (IOException notOurs) {
            return false;
        }
        return false;
    }
}
