package org.lingbao.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Home;
import org.lingbao.local.stack.PortPlan;

/** Fetches, as the auditor, the logs of what running cells wrote to each other. */
public final class ExportLog {
    private ExportLog() {}

    /** @return the files, one per cell */
    public static List<Path> run(Home home, PortPlan ports, List<Cell> cells) {
        return cells.stream().map(cell -> fetch(home, ports, cell)).toList();
    }

    private static Path fetch(Home home, PortPlan ports, Cell cell) {
        var file = home.export("exchange-" + cell.number() + ".ndjson");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new PartFailed("Cannot write below " + home.path() + ".", e);
        }
        var api = new Api(ports, cell);
        api.download("/exchange/log", api.signIn("auditor"), file);
        return file;
    }
}
