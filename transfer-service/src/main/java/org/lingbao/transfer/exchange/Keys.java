package org.lingbao.transfer.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The keys and the trust list that hold now. A changed file is read without a restart; a spoiled one is not taken. */
@ApplicationScoped
class Keys {
    private static final Logger LOG = Logger.getLogger(Keys.class);

    private final Path folder;
    private volatile KeyFolder current;
    private volatile List<FileTime> read;

    Keys(@ConfigProperty(name = "lingbao.exchange.keys") String folder) {
        this.folder = Path.of(folder);
        this.read = List.of();
        this.current = KeyFolder.read(this.folder);
    }

    KeyFolder current() {
        return current;
    }

    /** Reads the files if they have changed. It may block. */
    synchronized void refresh() {
        try {
            var now = List.of(changed(KeyFolder.OWN), changed(KeyFolder.TRUST));
            if (!now.equals(read)) {
                current = KeyFolder.read(folder);
                read = now;
            }
        } catch (IOException | RuntimeException e) {
            LOG.errorf("the keys in %s cannot be read; those from before hold: %s", folder, e.getMessage());
        }
    }

    private FileTime changed(String file) throws IOException {
        return Files.getLastModifiedTime(folder.resolve(file));
    }
}
