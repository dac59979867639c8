package org.lingbao.local.stack;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** One thing that runs in the stack. */
interface Part extends AutoCloseable {
    /** For people, and unique in the stack: {@code enrollment 37}. */
    String name();

    int port();

    Path log();

    /** Starts it and returns when it is ready; gives up quietly when {@code cancelled}. */
    void start(BooleanSupplier cancelled);

    boolean alive();

    /** Of its own process, if it has one. */
    OptionalLong pid();

    @Override
    void close();
}
