package org.lingbao.local.bench;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lingbao.local.demo.Api;
import org.lingbao.local.demo.Reply;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Home;
import org.lingbao.local.stack.Identity;
import org.lingbao.local.stack.PortPlan;
import org.lingbao.local.stack.Report;
import org.lingbao.local.stack.Service;

/**
 * The stack that is measured.
 *
 * @param service whose work it is
 * @param people hears how it goes
 */
record Ground(Home home, PortPlan ports, Service service, PrintStream people) {
    /** Where it happens. */
    static final Cell CELL = Cell.SHANDONG;

    private static final int PATIENCE = 5;

    static final String DATABASE_PART = "PostgreSQL";
    static final String BROKER_PART = "Kafka";

    /** With tokens that are all new: one lives for half an hour, and a contest for longer. */
    Api api() {
        return new Api(ports, CELL);
    }

    int port() {
        return ports.service(CELL, service);
    }

    void say(String text, Object... values) {
        people.println("  " + String.format(Locale.ROOT, text, values));
    }

    /** What the service itself says of its ledger, asked as often as a busy machine needs. */
    void proveLedger() {
        var unused = ledger(PATIENCE).expect(200).with("ok", "true");
    }

    private Reply ledger(int tries) {
        var api = api();
        try {
            return api.get(Service.CONTRIBUTION, "/ledger/check", api.signIn("auditor"));
        } catch (PartFailed noAnswer) {
            if (tries == 1) {
                throw noAnswer;
            }
            say("the ledger's check took too long; once more");
            return ledger(tries - 1);
        }
    }

    String servicePart() {
        return part(service);
    }

    static String part(Service service) {
        return service.text() + " " + CELL.number();
    }

    /** The running processes of these parts. */
    ProcessHandle process(String name) {
        var report = Report.read(home.report()).orElseThrow(() -> new PartFailed("Nothing runs to be measured."));
        return report.parts().stream()
                .filter(part -> name.equals(part.name()))
                .map(Report.PartReport::process)
                .flatMap(Stream::ofNullable)
                .map(Identity::running)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new PartFailed(name + " does not run."));
    }
}
