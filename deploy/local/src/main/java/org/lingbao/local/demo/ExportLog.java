package org.lingbao.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Home;
import org.lingbao.local.stack.PortPlan;
import org.lingbao.local.stack.Service;

/** Fetches, as the auditor, what running cells hand out to be proved. */
public final class ExportLog {
    private ExportLog() {}

    /** The logs of what they wrote to each other. @return the files, one per cell */
    public static List<Path> run(Home home, PortPlan ports, List<Cell> cells) {
        return cells.stream()
                .map(cell -> fetch(home, new Api(ports, cell), Service.TRANSFER, "/exchange/log", "exchange-"))
                .toList();
    }

    /** Their ledgers with their seals. @return the files, one per cell */
    public static List<Path> ledgers(Home home, PortPlan ports, List<Cell> cells) {
        return cells.stream()
                .map(cell -> fetch(home, new Api(ports, cell), Service.CONTRIBUTION, "/ledger/chain", "ledger-"))
                .toList();
    }

    private static Path fetch(Home home, Api api, Service service, String path, String name) {
        var file = home.export(name + api.cell().number() + ".ndjson");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new PartFailed("Cannot write below " + home.path() + ".", e);
        }
        api.download(service, path, api.signIn("auditor"), file);
        return file;
    }
}
