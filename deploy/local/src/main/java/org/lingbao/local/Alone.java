package org.lingbao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.stack.Home;

/** Two commands must not start or stop the same stack at the same time. */
record Alone(FileChannel channel, FileLock lock) implements AutoCloseable {
    static Alone in(Home home) {
        try {
            Files.createDirectories(home.path());
            var file = home.path().resolve("lock");
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new PartFailed("Another ./lingbao is starting or stopping the stack in " + home.path()
                        + "; wait until it is done.");
            }
            return new Alone(channel, lock);
        } catch (IOException e) {
            throw new PartFailed(
                    "Cannot write to " + home.path() + " (" + e.getMessage()
                            + "); make it writable, or set LINGBAO_HOME to another directory.",
                    e);
        }
    }

    boolean held() {
        return lock.isValid();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unlock", e);
        }
    }
}
