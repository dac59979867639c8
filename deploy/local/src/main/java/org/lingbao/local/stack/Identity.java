package org.lingbao.local.stack;

import java.time.Instant;
import java.util.Optional;

/**
 * A process that can be recognised later: after a reboot the same pid is somebody else.
 *
 * @param startMillis when it started, in milliseconds since 1970; 0 where the system does not tell
 */
public record Identity(long pid, long startMillis) {
    public static Identity of(ProcessHandle process) {
        return new Identity(
                process.pid(),
                process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /** The process, if it is still this one and runs. */
    public Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> of(process).equals(this));
    }
}
