package org.lingbao.local.stack;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Ports;

/**
 * Which part listens where. One offset moves all ports, so that several stacks fit on one machine.
 *
 * @param offset added to every port; {@code LINGBAO_PORT_OFFSET}
 */
public record PortPlan(int offset) {
    private static final int HIGHEST = 8999;
    private static final int STEP = 100;
    private static final int FIRST_FREE_OFFSET = 1000;
    /** Above this, Linux hands out ports to clients, and a part would find its own taken now and then. */
    private static final int LAST_FREE_OFFSET = 23_000;

    public PortPlan {
        if (offset < -7000 || offset + HIGHEST > 65_535) {
            throw new PartFailed(
                    "LINGBAO_PORT_OFFSET=" + offset + " leaves no room for the ports; use -7000 to 56000.");
        }
    }

    /** From the environment variable's text; nothing means no offset. */
    public static PortPlan of(String offset) {
        if (offset.isBlank()) {
            return new PortPlan(0);
        }
        try {
            return new PortPlan(Integer.parseInt(offset.strip()));
        } catch (NumberFormatException e) {
            throw new PartFailed("LINGBAO_PORT_OFFSET must be a whole number, not \"" + offset + "\".", e);
        }
    }

    /** An offset under which no port of the plan is taken now, for a stack beside another one. */
    public static PortPlan free() {
        return IntStream.iterate(FIRST_FREE_OFFSET, at -> at <= LAST_FREE_OFFSET, at -> at + STEP)
                .mapToObj(PortPlan::new)
                .filter(PortPlan::unused)
                .findFirst()
                .orElseThrow(() -> new PartFailed("No free range of ports was found on " + Ports.HOST + "."));
    }

    private boolean unused() {
        var services = Cell.USUAL.stream()
                .flatMap(cell -> Arrays.stream(Service.values())
                        .flatMap(service ->
                                IntStream.rangeClosed(1, 2).mapToObj(number -> new Copy(cell, service, number))))
                .mapToInt(copy -> copy.port(this));
        return IntStream.concat(IntStream.rangeClosed(issuer(), kafkaController()), services)
                .noneMatch(Ports::taken);
    }

    public int issuer() {
        return 8010 + offset;
    }

    public int postgres() {
        return 8011 + offset;
    }

    public int kafka() {
        return 8012 + offset;
    }

    public int kafkaController() {
        return 8013 + offset;
    }

    /** The HTTP port of a cell's service, for example 8371 for enrollment in cell 37. */
    public int service(Cell cell, Service service) {
        return 8000 + cell.number() * 10 + service.number() + offset;
    }
}
