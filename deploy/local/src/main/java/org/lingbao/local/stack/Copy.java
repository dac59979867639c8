package org.lingbao.local.stack;

/**
 * A process of a service, where more than one does the same work.
 *
 * @param number from 1 on
 */
public record Copy(Cell cell, Service service, int number) {
    /** Its name in the stack's report: that of its service, for the first one. */
    public String name() {
        return service.text() + " " + cell.number() + (number == 1 ? "" : " copy " + number);
    }

    /** Its HTTP port: 8371 for enrollment in cell 37, and 8375 for the second one. */
    public int port(PortPlan ports) {
        return ports.service(cell, service) + (number - 1) * Service.values().length;
    }

    String log() {
        return cell.number() + "-" + service.text() + (number == 1 ? "" : "-" + number);
    }
}
